using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Maintenance;

namespace SloFunctions.Domain.Tests.Maintenance;

public sealed class ExcludedTimeTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_span_alone_is_all_that_is_left_out() => ExcludedTime.Most(Span(0, 5), []).ShouldBe(TimeSpan.FromHours(5));

    [Fact]
    public void Spans_that_no_SLO_window_holds_together_are_not_added() =>
        ExcludedTime.Most(Span(0, 5), [Span(28 * 24 + 5, 28 * 24 + 9), Span(-100 * 24, -99 * 24)]).ShouldBe(TimeSpan.FromHours(5));

    [Fact]
    public void A_window_may_hold_parts_of_spans_at_both_its_ends() =>
        ExcludedTime.Most(Span(0, 10), [Span(28 * 24 - 2, 28 * 24 + 4)]).ShouldBe(TimeSpan.FromHours(12));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void It_is_the_most_of_all_windows_that_hold_a_part_of_the_span(int step)
    {
        // Spans of 1 to 7 hours every 50 + step hours, the one in the middle being new.
        var spans = Enumerable.Range(0, 41).Select(i => Span(i * (50 + step), i * (50 + step) + 1 + i * step % 7)).ToList();
        var span = spans[20];
        var others = spans.Where(s => s != span).ToList();

        double expected = Enumerable.Range(0, 41 * 60)
            .Select(hour => Start.AddHours(hour))
            .Where(end => end > span.Start && end - ErrorBudget.SloWindow < span.End)
            .Max(end => spans.Sum(s => s.Within(end - ErrorBudget.SloWindow, end).TotalHours));

        ExcludedTime.Most(span, others).TotalHours.ShouldBe(expected);
    }

    private static MaintenanceSpan Span(int from, int to) => new(Start.AddHours(from), Start.AddHours(to));
}
