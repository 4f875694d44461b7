import type { Plan } from '../api/types';

/** Where the steps of a plan stand when it is drawn from left to right. */
export interface Graph {
  nodes: { id: string; tool: string; layer: number; place: number }[];
  edges: { from: string; to: string }[];
  layers: number;
  most: number;
}

/** The steps whose rows a step takes. */
export function needs(step: Plan['steps'][number]): string[] {
  const { left, right, within, only, current, previous } = step.inputs;
  return [...new Set([left, right, within, only?.of, current, previous].filter((id) => id != null))];
}

/** Each step one layer behind the last of those it needs; a plan's references only point backwards. */
export function layout(plan: Plan): Graph {
  const layerOf = new Map<string, number>();
  const filled: number[] = [];
  const nodes = plan.steps.map((step) => {
    const layer = Math.max(-1, ...needs(step).map((id) => layerOf.get(id) ?? -1)) + 1;
    layerOf.set(step.id, layer);
    const place = filled[layer] ?? 0;
    filled[layer] = place + 1;
    return { id: step.id, tool: step.tool, layer, place };
  });
  const edges = plan.steps.flatMap((step) => needs(step).map((from) => ({ from, to: step.id })));
  return { nodes, edges, layers: filled.length, most: Math.max(0, ...filled) };
}
