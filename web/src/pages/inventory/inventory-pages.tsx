import "./inventory.css";
import { inventoryWords } from "@allmend/look/words/portal/inventory";
import { SubPages } from "../../parts/sub-pages.tsx";
import { useWords } from "../../parts/use-words.ts";

export function InventoryPages() {
  const { pages, section } = useWords(inventoryWords);
  return (
    <SubPages
      label={section}
      of={[
        ["/inventory", pages.components],
        ["/inventory/products", pages.products],
        ["/inventory/licences", pages.licences],
        ["/inventory/obligations", pages.obligations],
        ["/inventory/vulnerabilities", pages.vulnerabilities],
        ["/inventory/suppliers", pages.suppliers],
        ["/inventory/repositories", pages.repositories],
        ["/inventory/impact", pages.impact],
      ]}
    />
  );
}
