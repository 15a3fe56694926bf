// Business models that answers speak for, with what speaks for and against each. A proposal to think about; none is called right.
import { type BusinessModel, businessModels } from "../../business/types.ts";
import { businessQuestions } from "./questions.ts";

/** Yes, no, or nothing where somebody does not know. By id of the question. */
export type BusinessAnswers = Readonly<Record<string, boolean | undefined>>;

export interface ProposedModel {
  readonly model: BusinessModel;
  /** Sum of the weights; orders the proposal and means nothing else. */
  readonly weight: number;
  /** Ids of questions whose answer speaks for it, and against it. */
  readonly speaksFor: readonly string[];
  readonly against: readonly string[];
}

export interface ProposedBusiness {
  readonly role: "consumer" | "producer" | "both";
  readonly models: readonly ProposedModel[];
}

/** From this weight on a model is worth a thought. */
const WORTH = 2;

/** Undefined where no answer speaks for any model. What nobody knows speaks neither for nor against. */
export function proposeModels(answers: BusinessAnswers): ProposedBusiness | undefined {
  const models = businessModels
    .map((model) => weigh(model, answers))
    .filter(({ weight, speaksFor }) => weight >= WORTH && speaksFor.length > 0)
    .sort((a, b) => b.weight - a.weight || businessModels.indexOf(a.model) - businessModels.indexOf(b.model));
  if (models.length === 0) return undefined;
  const consumes = models.some(({ model }) => model === "consumption");
  const produces = answers["publish"] === true || models.some(({ model }) => model === "licensing" || model === "open-core");
  return { role: consumes && produces ? "both" : produces ? "producer" : "consumer", models };
}

function weigh(model: BusinessModel, answers: BusinessAnswers): ProposedModel {
  let weight = 0;
  const [speaksFor, against]: [string[], string[]] = [[], []];
  for (const { id, yes, no } of businessQuestions) {
    const answer = answers[id];
    const counts = answer === undefined ? 0 : ((answer ? yes : no)[model] ?? 0);
    weight += counts;
    if (counts > 0) speaksFor.push(id);
    if (counts < 0) against.push(id);
  }
  return { model, weight, speaksFor, against };
}
