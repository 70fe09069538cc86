using System.Xml.Linq;
using SloFunctions.Application.Backtesting;
using SloFunctions.Application.Tests.Golden;

namespace SloFunctions.Application.Tests.Backtesting;

public sealed class ReliabilityPlotTests
{
    private static readonly BacktestDocument Document = new(28, 30, 14, new Dictionary<string, FleetDocument>
    {
        ["clustered"] = Fleet(
            ("predictive", 0.08, [new(0, 0.01, 400, 0.002, 1, 0.0025, [0.0004, 0.014]), new(0.2, 0.3, 40, 0.25, 12, 0.3, [0.18, 0.455])]),
            ("observed_mean", 0.12, [new(0, 0.01, 300, 0, 60, 0.2, [0.16, 0.25]), new(0.9, 1, 100, 1, 55, 0.55, [0.452, 0.644])])),
        ["a<b>&\"c\""] = Fleet(("predictive", null, [])),
    });

    [Fact]
    public void A_plot_is_drawn_as_before() => ReliabilityPlot.Of(Document).ShouldMatchGoldenText("reliability.svg");

    [Fact]
    public void A_plot_is_well_formed_and_says_in_words_what_it_shows()
    {
        var svg = XDocument.Parse(ReliabilityPlot.Of(Document)).Root!;

        svg.Name.LocalName.ShouldBe("svg");
        svg.Attribute("role")!.Value.ShouldBe("img");
        svg.Elements().First().Value.ShouldBe("Promised and observed breach probabilities");
        svg.Elements().Skip(1).First().Value.ShouldContain("observed_mean has a Brier score of 0.1200");
        svg.Descendants().Count(e => e.Name.LocalName == "circle").ShouldBe(4 + 2);
        svg.Descendants().ShouldContain(e => e.Value == "a<b>&\"c\"");
    }

    private static FleetDocument Fleet(params (string Name, double? Brier, ReliabilityDocument[] Bins)[] methods) => new(
        10, 58, null, [30], 10, new LeftOutDocument(0, 0), methods.ToDictionary(m => m.Name, m => new MethodDocument(null!, m.Brier, 440, m.Bins, null)));
}
