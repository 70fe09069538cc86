using SloFunctions.Domain.Lifecycle;

namespace SloFunctions.Domain.Tests.Lifecycle;

public sealed class DecisionTallyTests
{
    [Fact]
    public void The_acceptance_rate_is_what_was_taken_of_what_was_decided()
    {
        var tally = new DecisionTally();
        tally.Add(AuditAction.Accept, 5);
        tally.Add(AuditAction.Modify, 2);
        tally.Add(AuditAction.AutoApprove, 1);
        tally.Add(AuditAction.Reject, 2);
        tally.Add(AuditAction.Expire, 30);
        tally.Add(AuditAction.Manual, 40);

        (tally.Decided, tally.AcceptanceRate, tally.Of(AuditAction.Expire)).ShouldBe((10, 0.8, 30));
    }

    [Fact]
    public void Nothing_decided_has_no_rate()
    {
        var tally = new DecisionTally();
        tally.Add(AuditAction.Expire, 3);

        tally.AcceptanceRate.ShouldBeNull();
        Should.Throw<ArgumentOutOfRangeException>(() => tally.Add(AuditAction.Accept, -1));
    }
}
