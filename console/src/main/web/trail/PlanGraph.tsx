import type { Plan, TrailStep } from '../api/types';
import { count, duration } from '../ui/words';
import { layout } from './layout';

const NODE = { width: 164, height: 76 };
const GAP = { x: 36, y: 16 };
/** Letters of a tool's name that fit. */
const FITS = 21;
const EDGE = 4;

/** The plan from left to right: what was fetched, and what was worked out of it. */
export function PlanGraph({ plan, trail }: { plan: Plan; trail: TrailStep[] }) {
  const graph = layout(plan);
  const width = graph.layers * (NODE.width + GAP.x) - GAP.x + 2 * EDGE;
  const height = graph.most * (NODE.height + GAP.y) - GAP.y + 2 * EDGE;
  const inLayer = (layer: number) => graph.nodes.filter((node) => node.layer === layer).length;
  const at = (id: string) => {
    const node = graph.nodes.find((known) => known.id === id);
    const layer = node?.layer ?? 0;
    const used = inLayer(layer) * (NODE.height + GAP.y) - GAP.y;
    return {
      x: EDGE + layer * (NODE.width + GAP.x),
      y: (height - used) / 2 + (node?.place ?? 0) * (NODE.height + GAP.y),
    };
  };

  return (
    <div class="graph-scroll" tabIndex={0} role="region" aria-label="Plan as a graph">
      <svg class="graph" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={spoken(plan)}>
        {graph.edges.map((edge) => {
          const from = at(edge.from);
          const to = at(edge.to);
          const x1 = from.x + NODE.width;
          const y1 = from.y + NODE.height / 2;
          const y2 = to.y + NODE.height / 2;
          const middle = (x1 + to.x) / 2;
          return <path key={`${edge.from}-${edge.to}`} class="graph-edge" d={`M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${to.x} ${y2}`} />;
        })}
        {graph.nodes.map((node) => {
          const { x, y } = at(node.id);
          const step = trail.find((done) => done.step === node.id);
          return (
            <g key={node.id} transform={`translate(${x} ${y})`} class={nodeClass(step, node.id === plan.outputs.table)}>
              <rect width={NODE.width} height={NODE.height} rx="10" />
              <text x="14" y="24" class="graph-name">
                {node.id}
              </text>
              <text x={NODE.width - 14} y="24" text-anchor="end" class="graph-ms">
                {step === undefined ? '' : step.cache === 'hit' ? 'kept' : duration(step.ms)}
              </text>
              <text x="14" y="43" class="graph-note">
                {short(node.tool)}
                <title>{node.tool}</title>
              </text>
              <text x="14" y="61" class="graph-note">
                {step === undefined ? '' : step.error === undefined ? count(step.rows, 'row') : 'failed'}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}

function short(tool: string): string {
  const name = tool.split('.').at(-1) ?? tool;
  return name.length > FITS ? `${name.slice(0, FITS - 1)}…` : name;
}

function nodeClass(step: TrailStep | undefined, isOutput: boolean): string {
  return ['graph-node', step?.error === undefined ? '' : 'graph-bad', isOutput ? 'graph-output' : ''].join(' ').trim();
}

function spoken(plan: Plan): string {
  return `${count(plan.steps.length, 'step')}: ${plan.steps.map((step) => `${step.id} by ${step.tool}`).join(', ')}; the answer is ${plan.outputs.table}.`;
}
