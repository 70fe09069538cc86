using SloFunctions.Application.Reports;

namespace SloFunctions.Application.Tests.Reports;

public sealed class BreachRateQueryTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Missing_parameters_mean_the_last_complete_month()
    {
        var query = Parse(null, null, null, null).Value!;

        query.Months.Select(m => m.Name).ShouldBe(["2026-02"]);
        (query.After, query.Limit).ShouldBe((null, 100));
    }

    [Theory]
    [InlineData("2025-12", "1", "2025-12", "2025-12")]
    [InlineData("2026-02", "12", "2025-03", "2026-02")]
    [InlineData("2000-01", "2", "1999-12", "2000-01")]
    public void Months_are_counted_back_from_the_one_asked_for(string month, string months, string first, string last)
    {
        var query = Parse(month, months, null, null).Value!;

        (query.Months[0].Name, query.Months[^1].Name).ShouldBe((first, last));
    }

    [Theory]
    [InlineData("2026-03")]
    [InlineData("2026-2")]
    [InlineData("February")]
    [InlineData("")]
    [InlineData("1999-12")]
    [InlineData("9998-12")]
    [InlineData("2026-02,2026-01")]
    public void A_month_must_be_over_and_written_as_one(string month)
    {
        var error = Parse(month, null, null, null).Error;

        error.Fields().ShouldBe("month");
        error!.Detail.ShouldContain("2026-02");
    }

    [Theory]
    [InlineData("0", null, null, "months")]
    [InlineData("13", null, null, "months")]
    [InlineData("two", null, null, "months")]
    [InlineData(null, "garbage!", null, "cursor")]
    [InlineData(null, "WyJhIl0", null, "cursor")]
    [InlineData(null, "WyJhIiwiYiIsIngiLCIwLjkiXQ", null, "cursor")]
    [InlineData(null, null, "0", "limit")]
    [InlineData(null, null, "501", "limit")]
    public void Other_parameters_are_named_too(string? months, string? cursor, string? limit, string field)
    {
        Parse(null, months, cursor, limit).Error.Fields().ShouldBe(field);
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        Parse("x", "x", "!", "x").Error.Fields().ShouldBe("month, months, cursor, limit");
    }

    [Fact]
    public void A_cursor_leads_back_to_its_place()
    {
        var place = new BreachPosition("2026-02", "payments/checkout ü", 250, 0.99999999);

        Parse(null, null, place.ToCursor(), null).Value!.After.ShouldBe(place);
    }

    private static Domain.Results.Result<BreachRateQuery> Parse(string? month, string? months, string? cursor, string? limit) =>
        BreachRateQuery.Parse(month, months, cursor, limit, Now);
}
