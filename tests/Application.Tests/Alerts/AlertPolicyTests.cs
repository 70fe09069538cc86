using System.ComponentModel.DataAnnotations;
using SloFunctions.Application.Alerts;

namespace SloFunctions.Application.Tests.Alerts;

public sealed class AlertPolicyTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("https://runbooks.example.com/{page}?service={service}", true)]
    [InlineData("http://localhost/{page}", true)]
    [InlineData("runbooks/{page}", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("{page}", false)]
    public void Runbooks_are_at_addresses_of_the_web_or_nowhere(string address, bool isValid)
    {
        var policy = new AlertPolicy { RunbookUrl = address };

        Validator.TryValidateObject(policy, new ValidationContext(policy), [], validateAllProperties: true).ShouldBe(isValid);
        (policy.Runbooks is null).ShouldBe(address.Length == 0);
    }
}
