using System.Text.RegularExpressions;
using SloFunctions.Domain.Alerts;

namespace SloFunctions.Domain.Tests.Alerts;

public sealed partial class ResourceNameTests
{
    private static readonly string[] Letters = ["a", "B", "7", "-", "_", ".", "/", " ", "é", "日", "😀", "\\", "\"", "{{", "}}", ":", "'", "%", "0123456789abcdef"];

    [Theory]
    [InlineData("checkout")]
    [InlineData("checkout-2")]
    [InlineData("0a")]
    [InlineData("a--b")]
    [InlineData("a23456789012345678901234567890123456789012345678")]
    public void What_is_such_a_name_stays_as_it_is(string text) => ResourceName.Of(text).ShouldBe(text);

    [Theory]
    [InlineData("payments/checkout", "payments-checkout-")]
    [InlineData("Checkout", "checkout-")]
    [InlineData("-checkout-", "checkout-")]
    [InlineData("überfällig", "berf-llig-")]
    [InlineData("日本語", "x-")]
    [InlineData("a", "a-")]
    [InlineData("checkout-0123456789abcdef", "checkout-0123456789abcdef-")]
    [InlineData("a234567890123456789012345678901234567890123456789", "a2345678901234567890123456789012345678901234567-", 31)]
    public void Anything_else_keeps_what_can_be_read_and_gets_a_digest(string text, string readable, int room = 64)
    {
        string name = ResourceName.Of(text);

        name.ShouldMatch("-[0-9a-f]{16}$");
        name[..^16].ShouldBe(readable.Length > room ? readable[..room] + "-" : readable);
    }

    [Theory]
    [InlineData("a.b", "a-b")]
    [InlineData("a.b", "a/b")]
    [InlineData("Checkout", "checkout")]
    [InlineData("日本", "語")]
    public void Texts_that_would_look_alike_get_different_names(string one, string other) => ResourceName.Of(one).ShouldNotBe(ResourceName.Of(other));

    [Fact]
    public void Nobody_can_choose_the_name_that_another_text_gets()
    {
        string taken = ResourceName.Of("a.b");

        ResourceName.Of(taken).ShouldNotBe(taken);
    }

    [Fact]
    public void Names_are_labels_the_same_for_the_same_text_and_different_for_others() => Property.Holds(200, random =>
    {
        string[] texts = [.. Enumerable.Range(0, 50).Select(_ => string.Concat(Enumerable.Range(0, 1 + random.Below(60)).Select(_ => Letters[random.Below(Letters.Length)]))).Distinct()];

        string[] names = [.. texts.Select(ResourceName.Of)];

        names.ShouldAllBe(n => Label().IsMatch(n));
        names.ShouldBeUnique();
        texts.Select(ResourceName.Of).ShouldBe(names);
    });

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{0,46}[a-z0-9]\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Label();
}
