using SloFunctions.Domain.Alerts;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Domain.Tests.Alerts;

public sealed class RunbookAddressTests
{
    [Theory]
    [InlineData(RunbookPage.ErrorBudgetBurn, "error-budget-burn")]
    [InlineData(RunbookPage.ErrorBudgetLow, "error-budget-low")]
    [InlineData(RunbookPage.SloMetricAbsent, "slo-metric-absent")]
    public void Each_page_has_its_address(RunbookPage page, string name) =>
        new RunbookAddress("https://runbooks.example.com/{page}").Of(page, ServiceId.Of("cart")).ShouldBe($"https://runbooks.example.com/{name}");

    [Fact]
    public void A_service_is_a_part_of_the_address_whatever_its_name() =>
        new RunbookAddress("https://example.com/{service}/{page}").Of(RunbookPage.ErrorBudgetLow, ServiceId.Of("shop/cart?x=1&y"))
            .ShouldBe("https://example.com/shop%2Fcart%3Fx%3D1%26y/error-budget-low");
}
