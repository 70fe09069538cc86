using SloFunctions.Domain.Statistics;

namespace SloFunctions.Domain.Backtesting;

/// <summary>How often something happened.</summary>
/// <param name="Events">How often it did.</param>
/// <param name="Trials">How often it could have; may be 0.</param>
public readonly record struct ObservedShare(long Events, long Trials)
{
    private const double Confidence = 0.95;

    /// <summary>Events ÷ trials; null without trials.</summary>
    public double? Rate => Trials == 0 ? null : (double)Events / Trials;

    /// <summary>The 95 % Wilson interval of it, for independent trials; null without trials.</summary>
    public BinomialInterval? Wilson => Trials == 0 ? null : BinomialInterval.Wilson(Events, Trials, Confidence);

    /// <summary>Counts one more trial.</summary>
    public ObservedShare With(bool happened) => new(Events + (happened ? 1 : 0), Trials + 1);
}
