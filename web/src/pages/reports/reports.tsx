// Reports: chosen, looked at, taken along.
import "./reports.css";
import { reportsPageWords } from "@allmend/look/words/portal/reports";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { Answer } from "../../parts/answer.tsx";
import { AsOf } from "../../parts/as-of.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Read } from "../../parts/read.tsx";
import { useWords } from "../../parts/use-words.ts";
import { ReportChoice } from "./report-choice.tsx";
import { ReportPreview } from "./report-preview.tsx";
import { Schedules } from "./schedules.tsx";
import { useChosen } from "./use-chosen.ts";

export type ReportKind = components["schemas"]["ReportKind"];

export function ReportsPage() {
  const words = useWords(reportsPageWords);
  return (
    <>
      <Answer answer={words.answer} why={words.why} />
      <Read of={["reports"]} read={readReports}>
        {({ asOf, kinds, products }) =>
          asOf === undefined ? (
            <Empty what={words.noResult} how={words.noResultHow} />
          ) : (
            <>
              <AsOf asOf={asOf} />
              <Reports kinds={kinds} products={products} />
            </>
          )
        }
      </Read>
    </>
  );
}

async function readReports(signal: AbortSignal) {
  const [reports, products] = await Promise.all([data(api.GET("/api/reports", { signal })), data(api.GET("/api/products", { signal }))]);
  // What is about all of us comes first.
  const kinds = reports.kinds.toSorted((a, b) => Number(a.about === "product") - Number(b.about === "product"));
  return { ...reports, kinds, products };
}

interface Props {
  readonly kinds: readonly ReportKind[];
  readonly products: readonly components["schemas"]["Product"][];
}

function Reports({ kinds, products }: Props) {
  const chosen = useChosen(kinds, products);
  return (
    <div className="reports">
      <div>
        <ReportChoice kinds={kinds} products={products} chosen={chosen} />
        <Schedules chosen={chosen} />
      </div>
      <ReportPreview chosen={chosen} />
    </div>
  );
}
