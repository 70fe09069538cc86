using SloFunctions.Application.Alerts;

namespace SloFunctions.Application.Tests.Alerts;

public sealed class AlertExportQueryTests
{
    [Theory]
    [InlineData("cart", null, null, "")]
    [InlineData("cart", "pyrra_spec", null, "")]
    [InlineData("cart", "sloth", "tests", "")]
    [InlineData("", null, null, "service_id")]
    [InlineData(" cart", "yaml", null, "service_id, format")]
    [InlineData("cart", "Prometheus", null, "format")]
    [InlineData("cart", "", "", "format, with")]
    [InlineData("cart", "prometheus,openslo", null, "format")]
    [InlineData("cart", "prometheus", "test", "with")]
    [InlineData("cart", "openslo", "tests", "with")]
    [InlineData("cart", "sloth_spec", "tests", "with")]
    [InlineData("cart", "pyrra_spec", "tests", "with")]
    public void What_is_wrong_with_a_question_about_one_service_is_told(string service, string? format, string? with, string fields) =>
        AlertExportQuery.OfService(service, format, with).Error.Fields().ShouldBe(fields);

    [Theory]
    [InlineData(null, "")]
    [InlineData("payments", "")]
    [InlineData("", "team")]
    [InlineData("a\u0001b", "team")]
    public void What_is_wrong_with_a_question_about_a_team_is_told(string? team, string fields) =>
        AlertExportQuery.OfMany(team, null, null).Error.Fields().ShouldBe(fields);

    [Fact]
    public void A_team_has_at_most_255_characters()
    {
        AlertExportQuery.OfMany(new string('x', 255), null, null).Error.ShouldBeNull();
        AlertExportQuery.OfMany(new string('x', 256), null, null).Error.Fields().ShouldBe("team");
    }

    [Fact]
    public void An_unknown_format_is_answered_with_all_that_there_are() =>
        AlertExportQuery.OfMany(null, "yaml", null).Error!.Detail.ShouldContain("prometheus, openslo, sloth, pyrra, sloth_spec, pyrra_spec");

    [Fact]
    public void Why_a_specification_has_no_tests_is_told() =>
        AlertExportQuery.OfMany(null, "openslo", "tests").Error!.Detail.ShouldContain("prometheus, sloth, pyrra");
}
