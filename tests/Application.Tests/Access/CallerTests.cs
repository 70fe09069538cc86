using SloFunctions.Application.Access;
using SloFunctions.Testing;

namespace SloFunctions.Application.Tests.Access;

public sealed class CallerTests
{
    [Fact]
    public void A_role_includes_the_roles_below_it_and_none_includes_nothing()
    {
        Role[] roles = [Role.Viewer, Role.ServiceOwner, Role.SreAdmin];
        foreach (var own in roles)
            foreach (var asked in roles) Callers.User("ann", own).Has(asked).ShouldBe(own >= asked);
        roles.ShouldAllBe(r => !Callers.User("nobody", null).Has(r));
    }

    [Theory]
    [InlineData(Role.SreAdmin, "payments", true)]
    [InlineData(Role.SreAdmin, null, true)]
    [InlineData(Role.ServiceOwner, "payments", true)]
    [InlineData(Role.ServiceOwner, "Payments", false)]
    [InlineData(Role.ServiceOwner, "search", false)]
    [InlineData(Role.ServiceOwner, null, false)]
    [InlineData(Role.Viewer, "payments", false)]
    [InlineData(null, "payments", false)]
    public void Owners_act_for_their_teams_and_administrators_for_all(Role? role, string? team, bool expected) =>
        Callers.User("ann", role, "payments", "checkout").ActsFor(team).ShouldBe(expected);

    [Fact]
    public void Limits_of_a_callers_own_stand_before_the_usual_ones()
    {
        var caller = Callers.User("ann", Role.Viewer) with { RateLimits = new Dictionary<string, int> { ["GetSloRecommendations"] = 600, ["*"] = 90 } };

        caller.LimitFor("GetSloRecommendations", 60).ShouldBe(600);
        caller.LimitFor("ListRegisteredServices", 30).ShouldBe(90);
        Callers.User("bob", Role.Viewer).LimitFor("ListRegisteredServices", 30).ShouldBe(30);
    }
}
