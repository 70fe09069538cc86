using SloFunctions.Domain.Drift;

namespace SloFunctions.Domain.Tests.Drift;

public sealed class RiverStreamsTests
{
    public static TheoryData<string, string, int[]> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, int[]>();
            foreach (var (stream, variant, expected) in RiverStreams.Expected) cases.Add(stream, variant, expected);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_expected_index_comes_out(string stream, string variant, int[] expected) =>
        RiverStreams.Detections(Updates(variant), RiverStreams.Values(stream)).ShouldBe(expected);

    [Fact]
    public void No_case_of_the_five_streams_is_left_out() => RiverStreams.Expected.Count().ShouldBe(60);

    private static Func<double, bool> Updates(string variant) => variant switch
    {
        "adwin" => new Adwin(new AdwinOptions()).Update,
        "adwin_clock1" => new Adwin(new AdwinOptions(Clock: 1)).Update,
        "adwin_legacy" => new ReferenceAdwin(skipsNewest: true).Update,
        "adwin_legacy_int" => new ReferenceAdwin(skipsNewest: true, dropsSecondTerm: true).Update,
        "ph_up" => new PageHinkley(new PageHinkleyOptions(Side: PageHinkleySide.Up)).Update,
        "ph_down" => new PageHinkley(new PageHinkleyOptions(Side: PageHinkleySide.Down)).Update,
        "ph_both" => new PageHinkley(new PageHinkleyOptions()).Update,
        "ph_old" => new FormerPageHinkley().Update,
        "kswin_doc" => new SampledKolmogorovSmirnov(1e-4, 100, 30).Update,
        "kswin_test" => new SampledKolmogorovSmirnov(1e-4, 200, 100).Update,
        "kswin_det_default" => new KolmogorovSmirnovWindow(new KsOptions()).Update,
        "kswin_det_test" => new KolmogorovSmirnovWindow(new KsOptions(1e-4, 200, 100)).Update,
        _ => throw new ArgumentOutOfRangeException(nameof(variant), variant, null),
    };
}
