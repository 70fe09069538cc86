using SloFunctions.Domain.Graph;

namespace SloFunctions.Domain.Tests.Graph;

public sealed class ServiceIdTests
{
    [Theory]
    [InlineData("checkout")]
    [InlineData("a")]
    [InlineData("Team A/checkout:v2")]
    [InlineData("zahlung-öffentlich")]
    [InlineData("サービス")]
    [InlineData("rocket-🚀")]
    public void Printable_text_is_an_id(string text)
    {
        ServiceId.Parse(text, "id").TryGet(out var id, out _).ShouldBeTrue();
        id.Value.ShouldBe(text);
        id.ToString().ShouldBe(text);
        ServiceId.Of(text).ShouldBe(id);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(" a")]
    [InlineData("a\t")]
    [InlineData("a\u00A0")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData("a\u0085b")]
    [InlineData("a\u200Bb")]
    [InlineData("a\u202Eb")]
    [InlineData("a\u2028b")]
    [InlineData("a\u2029b")]
    [InlineData("a\uE000b")]
    [InlineData("a\uFFFDb")]
    public void Anything_else_is_refused_with_the_field_named(string? text)
    {
        ServiceId.Parse(text, "nodes[0].service_id").TryGet(out _, out var error).ShouldBeFalse();
        error!.Fields.ShouldHaveSingleItem().Field.ShouldBe("nodes[0].service_id");
        Should.Throw<ArgumentException>(() => ServiceId.Of(text!));
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_refused()
    {
        ServiceId.Complaint("a\uD83D").ShouldNotBeNull();
        ServiceId.Complaint("\uDE80b").ShouldNotBeNull();
    }

    [Fact]
    public void Two_hundred_and_fifty_five_characters_are_the_most()
    {
        ServiceId.Complaint(new string('a', 255)).ShouldBeNull();
        ServiceId.Complaint(new string('a', 256)).ShouldBe("A service id has at most 255 characters; this one has 256.");
    }

    [Fact]
    public void Ids_that_differ_in_case_are_different()
    {
        ServiceId.Of("Checkout").ShouldNotBe(ServiceId.Of("checkout"));
    }
}
