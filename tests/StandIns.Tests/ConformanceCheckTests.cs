using System.Reflection;

namespace StandIns.Tests;

/// <summary>The check must find what is wrong with the deliberately wrong types beside it.</summary>
public class ConformanceCheckTests
{
    private static readonly PublicApi Api = PublicApi.Read();

    private static IReadOnlyList<string> BreachesOf(string typeName) =>
        Conformance.Breaches([Assembly.GetExecutingAssembly().GetType(typeName, throwOnError: true)!], Api);

    [Theory]
    [InlineData("P:Microsoft.Azure.Functions.Worker.FixedDelayRetryAttribute.DelayInterval | public | int get should be ")]
    [InlineData("P:Microsoft.Azure.Functions.Worker.FixedDelayRetryAttribute.Invented | public | string get does not exist")]
    [InlineData("M:Microsoft.Azure.Functions.Worker.FixedDelayRetryAttribute.#ctor(System.Int32) | public |  does not exist")]
    [InlineData("M:Microsoft.Azure.Functions.Worker.FixedDelayRetryAttribute.Hidden``1(System.Collections.Generic.List{``0}) | protected | void does not exist")]
    [InlineData("T:Microsoft.Azure.Functions.Worker.FixedDelayRetryAttribute is a class, but should be a sealed class")]
    [InlineData("T:Microsoft.Azure.Functions.Worker.FixedDelayRetryAttribute has no base System.Attribute")]
    public void A_wrong_member_or_shape_is_reported(string expected) =>
        BreachesOf("Microsoft.Azure.Functions.Worker.FixedDelayRetryAttribute").ShouldContain(breach => breach.StartsWith(expected, StringComparison.Ordinal));

    [Fact]
    public void A_type_that_the_real_packages_lack_is_reported() =>
        BreachesOf("Microsoft.Azure.Functions.Worker.Invented").ShouldBe(["T:Microsoft.Azure.Functions.Worker.Invented does not exist"]);

    [Fact]
    public void A_wrong_constant_is_reported_and_a_right_one_is_not() =>
        BreachesOf("Microsoft.Azure.Functions.Worker.Http.SameSite").ShouldHaveSingleItem().ShouldContain("SameSite.Lax | static public");

    [Fact]
    public void The_lists_are_not_empty() => Api.Count.ShouldBeGreaterThan(300);
}
