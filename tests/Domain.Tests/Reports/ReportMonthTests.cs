using SloFunctions.Domain.Reports;

namespace SloFunctions.Domain.Tests.Reports;

public sealed class ReportMonthTests
{
    [Theory]
    [InlineData("2026-03-01T00:00:00Z", "2026-02")]
    [InlineData("2026-03-31T23:59:59Z", "2026-02")]
    [InlineData("2026-01-01T00:00:00Z", "2025-12")]
    [InlineData("2026-03-01T00:30:00+02:00", "2026-01")]
    public void The_last_complete_month_is_the_one_before_the_present_one_in_UTC(string now, string month)
    {
        ReportMonth.LastComplete(DateTimeOffset.Parse(now, null)).Name.ShouldBe(month);
    }

    [Theory]
    [InlineData("2026-02", "2026-02-01")]
    [InlineData("2024-02", "2024-02-02")]
    [InlineData("2026-04", "2026-04-03")]
    [InlineData("2026-12", "2026-12-04")]
    public void A_month_is_judged_by_its_last_28_days(string name, string firstDay)
    {
        ReportMonth.TryParse(name, out var month).ShouldBeTrue();

        month.Window.Start.ShouldBe(DateTimeOffset.Parse($"{firstDay}T00:00:00Z", null));
        month.Window.End.ShouldBe(month.End);
        month.Window.Hours.ShouldBe(28 * 24);
    }

    [Fact]
    public void Windows_of_different_months_never_overlap()
    {
        ReportMonth.TryParse("2400-12", out var last).ShouldBeTrue();
        var months = last.Back(4800);

        months[0].Name.ShouldBe("2001-01");
        months.ShouldAllBe(m => m.Window.Start >= m.Start);
        months.Zip(months.Skip(1)).ShouldAllBe(pair => pair.First.End == pair.Second.Start);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("2026-2")]
    [InlineData("2026-02-01")]
    [InlineData("1999-12")]
    [InlineData("9999-12")]
    [InlineData(" 2026-02")]
    [InlineData("٢٠٢٦-٠٢")]
    public void Other_texts_are_no_months(string? text)
    {
        ReportMonth.TryParse(text, out _).ShouldBeFalse();
    }

    [Fact]
    public void Months_back_cross_the_year()
    {
        ReportMonth.TryParse("2026-02", out var month).ShouldBeTrue();

        month.Back(4).Select(m => m.Name).ShouldBe(["2025-11", "2025-12", "2026-01", "2026-02"]);
        month.Back(1).ShouldBe([month]);
        Should.Throw<ArgumentOutOfRangeException>(() => month.Back(0));
    }
}
