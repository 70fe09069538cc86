using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Domain.Tests.Recommendations;

public sealed class ConfidenceTests
{
    [Fact]
    public void Nothing_against_it_is_full_confidence()
    {
        var confidence = Confidence.Of([ConfidenceLoss.Of(ConfidenceReason.ShortHistory, 0)]);

        (confidence.Score, confidence.IsLow).ShouldBe((1, false));
        confidence.Reasons.ShouldBeEmpty();
    }

    [Fact]
    public void Each_loss_takes_its_share_of_what_remains_and_the_heaviest_is_named_first()
    {
        var confidence = Confidence.Of([ConfidenceLoss.Of(ConfidenceReason.LongChain), ConfidenceLoss.Of(ConfidenceReason.LowTraffic)]);

        confidence.Score.ShouldBe(0.5 * 0.85, 1e-12);
        confidence.IsLow.ShouldBeTrue();
        confidence.Reasons.Select(r => r.Reason).ShouldBe([ConfidenceReason.LowTraffic, ConfidenceReason.LongChain]);
    }

    [Fact]
    public void A_loss_grows_with_its_extent_and_ends_at_its_most() =>
        new[] { -1, 0, 0.5, 1, 7 }.Select(extent => ConfidenceLoss.Of(ConfidenceReason.IncompleteData, extent).Share).ShouldBe([0, 0, 0.3, 0.6, 0.6]);

    [Fact]
    public void Every_reason_has_a_weight_and_all_together_still_give_a_score() =>
        Confidence.Of(Enum.GetValues<ConfidenceReason>().Select(r => ConfidenceLoss.Of(r))).Score.ShouldBeInRange(0, 0.01);

    [Fact]
    public void Every_kind_of_service_has_a_baseline_of_its_own_kind() =>
        Enum.GetValues<Archetype>().ShouldAllBe(a => ArchetypeBaseline.Of(a).Archetype == a && TargetLadder.Floor(ArchetypeBaseline.Of(a).Availability) != null);
}
