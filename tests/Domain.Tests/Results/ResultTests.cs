using SloFunctions.Domain.Results;

namespace SloFunctions.Domain.Tests.Results;

public sealed class ResultTests
{
    [Fact]
    public void A_success_gives_its_value_and_no_error()
    {
        Result<int> result = 7;

        result.TryGet(out int value, out var error).ShouldBeTrue();
        value.ShouldBe(7);
        error.ShouldBeNull();
        result.Value.ShouldBe(7);
    }

    [Fact]
    public void A_failure_gives_its_error_and_no_value()
    {
        Result<string> result = Error.ServiceNotFound("checkout");

        result.TryGet(out string? value, out var error).ShouldBeFalse();
        value.ShouldBeNull();
        error.ShouldBe(result.Error);
        error!.Kind.ShouldBe(ErrorKind.NotFound);
        error.Code.ShouldBe("service-not-found");
        error.Detail.ShouldBe("Service with ID 'checkout' is not registered.");
        error.Fields.ShouldBeEmpty();
    }

    [Fact]
    public void A_success_may_be_null()
    {
        Result<string?>.Success(null).TryGet(out string? value, out _).ShouldBeTrue();
        value.ShouldBeNull();
    }

    [Fact]
    public void An_invalid_request_keeps_every_field_and_names_the_first_three()
    {
        var error = Error.Invalid([.. Enumerable.Range(1, 4).Select(i => new FieldError($"f{i}", $"M{i}."))]);

        error.Kind.ShouldBe(ErrorKind.Invalid);
        error.Fields.Count.ShouldBe(4);
        error.Detail.ShouldBe("f1: M1. f2: M2. f3: M3.");
    }
}
