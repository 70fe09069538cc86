using System.Globalization;
using System.Net;
using System.Text;

namespace SloFunctions.Application.Backtesting;

/// <summary>
/// Draws what was promised against what came, as a page of SVG: one panel a fleet, points with their 95 % intervals. Both axes
/// are stretched near 0, where recommended targets are.
/// </summary>
public static class ReliabilityPlot
{
    private const int Panel = 420;
    private const int Side = 320;
    private const int Left = 64;
    private const int Top = 56;
    private const int LegendLine = 20;

    private static readonly double[] Ticks = [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];

    // Told apart also by those who see few colours (Okabe and Ito 2008).
    private static readonly string[] Colours = ["#0072b2", "#d55e00", "#cc79a7", "#009e73", "#e69f00", "#7f7f7f"];

    /// <summary>The plot of a backtest.</summary>
    public static string Of(BacktestDocument document)
    {
        string[] methods = [.. document.Families.Values.SelectMany(f => f.Methods.Keys).Distinct(StringComparer.Ordinal)];
        int width = Math.Max(1, document.Families.Count) * Panel, height = Top + Side + 64 + (methods.Length * LegendLine);
        var svg = new StringBuilder();
        Line(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"title description\" font-family=\"sans-serif\" font-size=\"11\">");
        Line(svg, $"<title id=\"title\">Promised and observed breach probabilities</title>");
        Line(svg, $"<desc id=\"description\">{Escaped(Description(document))}</desc>");
        Line(svg, $"<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>");
        foreach (var (i, (name, fleet)) in document.Families.Index()) DrawPanel(svg, i * Panel, name, fleet, methods);
        foreach (var (i, method) in methods.Index())
        {
            int y = Top + Side + 56 + (i * LegendLine);
            Line(svg, $"<circle cx=\"{Left}\" cy=\"{y}\" r=\"{Radius(i)}\" fill=\"{Colour(i)}\"/>");
            Line(svg, $"<text x=\"{Left + 12}\" y=\"{y + 4}\">{Escaped(method)}</text>");
        }

        Line(svg, $"</svg>");
        return svg.ToString();
    }

    private static string Description(BacktestDocument document) =>
        $"For each fleet and method, the mean forecast probability of missing a target across and the observed share of misses upwards, with 95 % Wilson intervals; points on the diagonal were calibrated. "
        + string.Join(" ", document.Families.Select(f => $"{f.Key}: {string.Join(", ", f.Value.Methods.Select(m => Publishing.Text.Invariant($"{m.Key} has a Brier score of {m.Value.Brier ?? 0:0.0000}")))}."));

    private static void DrawPanel(StringBuilder svg, int shift, string name, FleetDocument fleet, string[] methods)
    {
        Line(svg, $"<g transform=\"translate({shift + Left} {Top})\">");
        Line(svg, $"<text x=\"{Side / 2}\" y=\"-28\" text-anchor=\"middle\" font-size=\"14\">{Escaped(name)}</text>");
        Line(svg, $"<text x=\"{Side / 2}\" y=\"-10\" text-anchor=\"middle\">{fleet.Services} services, {fleet.Windows} windows</text>");
        Line(svg, $"<rect width=\"{Side}\" height=\"{Side}\" fill=\"none\" stroke=\"#444444\"/>");
        foreach (double tick in Ticks)
        {
            double at = Position(tick);
            Line(svg, $"<path d=\"M{at:0.#} 0V{Side}M0 {Side - at:0.#}H{Side}\" stroke=\"#e4e4e4\"/>");
            Line(svg, $"<text x=\"{at:0.#}\" y=\"{Side + 15}\" text-anchor=\"middle\">{100 * tick:0}</text>");
            Line(svg, $"<text x=\"-6\" y=\"{Side - at + 4:0.#}\" text-anchor=\"end\">{100 * tick:0}</text>");
        }

        Line(svg, $"<text x=\"{Side / 2}\" y=\"{Side + 32}\" text-anchor=\"middle\">promised probability of a miss, %</text>");
        Line(svg, $"<text transform=\"translate(-34 {Side / 2}) rotate(-90)\" text-anchor=\"middle\">observed share of misses, %</text>");
        Line(svg, $"<path d=\"M0 {Side}L{Side} 0\" stroke=\"#444444\" stroke-dasharray=\"4 3\"/>");
        // The first method is the product's own and lies on top.
        foreach (var (i, method) in methods.Index().Reverse())
        {
            if (fleet.Methods.TryGetValue(method, out var score)) DrawPoints(svg, score, i);
        }

        Line(svg, $"</g>");
    }

    private static void DrawPoints(StringBuilder svg, MethodDocument score, int method)
    {
        Line(svg, $"<g fill=\"{Colour(method)}\" stroke=\"{Colour(method)}\" opacity=\"{(method == 0 ? 1 : 0.6)}\">");
        foreach (var bin in score.Reliability)
        {
            double x = Position(bin.MeanForecast), y = Side - Position(bin.Observed);
            Line(svg, $"<path d=\"M{x:0.#} {Side - Position(bin.Wilson[0]):0.#}V{Side - Position(bin.Wilson[1]):0.#}\"/>");
            Line(svg, $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{Radius(method)}\"/>");
        }

        Line(svg, $"</g>");
    }

    // Like a logarithm from one per cent upwards, and straight down to 0 below.
    private static double Position(double probability) => Side * Math.Asinh(probability * 100) / Math.Asinh(100);

    private static double Radius(int method) => method == 0 ? 4 : 2.5;

    private static string Colour(int method) => Colours[method % Colours.Length];

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);

    private static void Line(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
