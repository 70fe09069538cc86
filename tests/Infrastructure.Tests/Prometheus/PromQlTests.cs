using SloFunctions.Infrastructure.Prometheus;

namespace SloFunctions.Infrastructure.Tests.Prometheus;

public sealed class PromQlTests(LabelValues prometheus) : IClassFixture<LabelValues>
{
    [Fact]
    public async Task A_value_finds_the_series_that_carries_it_and_no_other()
    {
        for (var i = 0; i < LabelValues.All.Count; i++)
            (await NumbersAsync(PromQl.Is("value", LabelValues.All[i]))).ShouldBe([i], LabelValues.All[i]);
    }

    [Fact]
    public async Task A_value_of_a_list_finds_the_series_that_carries_it_and_no_other()
    {
        for (var i = 0; i < LabelValues.All.Count; i++)
            (await NumbersAsync(PromQl.IsOneOf("value", [LabelValues.All[i], "of nobody"]))).ShouldBe([i], LabelValues.All[i]);
    }

    [Fact]
    public async Task All_values_in_one_list_find_all_series() =>
        (await NumbersAsync(PromQl.IsOneOf("value", LabelValues.All))).ShouldBe(Enumerable.Range(0, LabelValues.All.Count));

    [Fact]
    public async Task A_value_that_is_excluded_leaves_all_others()
    {
        for (var i = 0; i < 40; i++)
            (await NumbersAsync(PromQl.IsNot("value", LabelValues.All[i]))).ShouldBe(Enumerable.Range(0, LabelValues.All.Count).Where(n => n != i));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1up")]
    [InlineData("up down")]
    [InlineData("up\n")]
    [InlineData("up{")]
    [InlineData("métrique")]
    [InlineData("up-time")]
    public void A_name_that_is_no_metric_name_is_refused(string name) => Should.Throw<ArgumentException>(() => PromQl.Select(name));

    [Theory]
    [InlineData("")]
    [InlineData("1label")]
    [InlineData("la:bel")]
    [InlineData("label\n")]
    [InlineData("label=\"\"")]
    [InlineData("étiquette")]
    public void A_name_that_is_no_label_name_is_refused_wherever_it_is_used(string name)
    {
        Should.Throw<ArgumentException>(() => PromQl.Label(name));
        Should.Throw<ArgumentException>(() => PromQl.Labels(["ok", name]));
        Should.Throw<ArgumentException>(() => PromQl.Is(name, "x"));
        Should.Throw<ArgumentException>(() => PromQl.IsNot(name, "x"));
        Should.Throw<ArgumentException>(() => PromQl.IsOneOf(name, ["x"]));
        Should.Throw<ArgumentException>(() => PromQl.Matches(name, "x"));
    }

    [Fact]
    public void Names_may_hold_letters_digits_and_underscores_and_those_of_metrics_colons()
    {
        PromQl.Select("job:up_1:rate5m").ShouldBe("job:up_1:rate5m");
        PromQl.Select("up", PromQl.Is("_a1", "x"), PromQl.IsNot("b", "")).ShouldBe("up{_a1=\"x\",b!=\"\"}");
        PromQl.Labels(["a", "b"]).ShouldBe("(a, b)");
    }

    private async Task<IEnumerable<int>> NumbersAsync(string matcher)
    {
        var series = await prometheus.Client.QueryHourlyAsync(
            PromQl.Select("carrying_total", matcher), MetricsText.Origin, MetricsText.Origin, CancellationToken.None);
        return series.Select(s => (int)s.Points.Single().Value).Order();
    }
}
