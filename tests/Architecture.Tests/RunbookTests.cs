using SloFunctions.Domain.Alerts;
using SloFunctions.Domain.Graph;
using SloFunctions.Testing;

namespace SloFunctions.Architecture.Tests;

public sealed class RunbookTests
{
    [Fact]
    public void Every_page_that_alerts_lead_to_is_there()
    {
        var pages = new RunbookAddress("{page}");

        foreach (var page in Enum.GetValues<RunbookPage>())
            File.Exists(RepositoryRoot.Combine("docs", "runbooks", $"{pages.Of(page, ServiceId.Of("cart"))}.md")).ShouldBeTrue(page.ToString());
    }
}
