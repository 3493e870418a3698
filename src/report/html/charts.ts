/**
 * Charts: bars of emphasis as SVG, drawn by ECharts on the server's side.
 *
 * @module
 */

/** One group of bars. */
export interface BarSeries {
  readonly name: string;
  readonly color: string;
  /** In the order of the categories, in [0, 1]. */
  readonly values: readonly number[];
  /** A pattern over the colour, so that series differ in grey too. */
  readonly isHatched: boolean;
}

/** Size of a chart, in CSS pixels; narrow, so that it can be read on a phone. */
const WIDTH = 480;
const ROW_HEIGHT = 26;
const MARGINS = { top: 34, right: 46, bottom: 8, left: 44 };

/**
 * The SVG of a horizontal bar chart: a row a category, in order. Same input, same bytes.
 *
 * Loads ECharts when called first. The chart is disposed of before the SVG is returned.
 */
export async function drawBars(
  categories: readonly string[],
  series: readonly BarSeries[],
): Promise<string> {
  const [core, { BarChart }, { GridComponent, LegendComponent, AriaComponent }, { SVGRenderer }] =
    await Promise.all([
      import('echarts/core'),
      import('echarts/charts'),
      import('echarts/components'),
      import('echarts/renderers'),
    ]);
  core.use([BarChart, GridComponent, LegendComponent, AriaComponent, SVGRenderer]);
  const height = MARGINS.top + MARGINS.bottom + categories.length * ROW_HEIGHT;
  const chart = core.init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  try {
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: 'sans-serif' },
      legend: { top: 0, left: 0, itemWidth: 18, itemHeight: 10, selectedMode: false },
      grid: { ...MARGINS },
      xAxis: { type: 'value', show: false, min: 0 },
      yAxis: {
        type: 'category',
        data: [...categories],
        inverse: true,
        axisTick: { show: false },
        axisLabel: { color: '#1d2733', fontSize: 12, interval: 0 },
      },
      series: series.map(({ name, color, values, isHatched }) => ({
        type: 'bar',
        name,
        barGap: '10%',
        barCategoryGap: '25%',
        silent: true,
        itemStyle: {
          color,
          borderColor: '#1d2733',
          borderWidth: isHatched ? 1 : 0,
          borderType: 'dashed',
        },
        label: {
          show: true,
          position: 'right',
          fontSize: 10,
          color: '#1d2733',
          formatter: ({ value }: { readonly value: unknown }) =>
            `${(Number(value) * 100).toFixed(1)}%`,
        },
        data: [...values],
      })),
    });
    return leaveOutNames(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

/** Names of classes count the charts of the process, and serve nothing but hovering; with them go the marks by which ECharts finds its parts again in a browser. */
function leaveOutNames(svg: string): string {
  return svg
    .replaceAll(/ class="zr\d+-cls-\d+"/g, '')
    .replaceAll(/ ecmeta_\w+="[^"]*"/g, '')
    .replaceAll(/<style ?>[^<]*<!\[CDATA\[[^\]]*\]\]>[^<]*<\/style>/g, '')
    .replaceAll(/\bzr\d+-/g, 'zr-');
}
