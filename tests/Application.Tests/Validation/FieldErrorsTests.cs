using SloFunctions.Application.Validation;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Tests.Validation;

public sealed class FieldErrorsTests
{
    [Fact]
    public void Errors_are_kept_up_to_the_limit()
    {
        var errors = new FieldErrors(2);
        errors.IsEmpty.ShouldBeTrue();
        errors.AddIf("none", null);
        errors.IsEmpty.ShouldBeTrue();
        errors.Add("a", "1.");
        errors.IsFull.ShouldBeFalse();
        errors.AddIf("b", "2.");
        errors.IsFull.ShouldBeTrue();
        errors.Add("c", "3.");

        errors.ToError().Fields().ShouldBe("a, b");
    }

    [Fact]
    public void A_name_that_is_not_required_may_be_missing()
    {
        var errors = new FieldErrors(5);

        errors.OneOf<ServiceCriticality>(null, "optional", ServiceCriticality.Low).ShouldBe(ServiceCriticality.Low);
        errors.IsEmpty.ShouldBeTrue();
        errors.OneOf<ServiceCriticality>(null, "required");
        errors.ToError().Fields[0].Message.ShouldBe("One of critical, high, medium, low is expected.");
    }

    [Theory]
    [InlineData("a\uFFFD")]
    [InlineData("a\u0007")]
    public void Texts_without_meaning_are_refused(string text)
    {
        var errors = new FieldErrors(5);
        errors.Text(text, "team", 10);
        errors.ToError().Fields().ShouldBe("team");
    }

    [Fact]
    public void A_text_cut_in_the_middle_of_a_character_is_refused()
    {
        var errors = new FieldErrors(5);
        errors.Text("a\uD83D", "team", 10);
        errors.ToError().Fields().ShouldBe("team");
    }
}
