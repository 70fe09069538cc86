using SloFunctions.Application.Publishing;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Stationarity;

namespace SloFunctions.Application.Recommendations;

/// <summary>Lasting changes as sentences.</summary>
internal static class ChangeText
{
    // From here on a percentage says less than a factor.
    private const double ManyTimes = 2;

    public static string Of(HistoryChange change, ServiceId service)
    {
        string what = $"{NameOf(change.Quantity)} of {service} {Extent(change.Ratio)}";
        return change.Shape == ChangeShape.Step
            ? Text.Invariant($"{what} around {change.Since:yyyy-MM-dd} and stayed; figures over the whole window describe neither what was nor what is.")
            : Text.Invariant($"{what} little by little since {change.Since:yyyy-MM-dd}; figures over the whole window lag behind what is.");
    }

    private static string NameOf(ChangedQuantity quantity) => quantity switch
    {
        ChangedQuantity.TypicalLatency => "The typical latency",
        ChangedQuantity.TailLatency => "The tail latency",
        ChangedQuantity.BackgroundErrors => "The error rate outside incidents",
        ChangedQuantity.Traffic => "The traffic",
        _ => throw new ArgumentOutOfRangeException(nameof(quantity), quantity, "Unknown quantity."),
    };

    private static string Extent(double ratio) => ratio switch
    {
        >= ManyTimes => Text.Invariant($"rose to {ratio:0.#} times its level"),
        > 1 => Text.Invariant($"rose by {(ratio - 1) * 100:0} %"),
        _ => Text.Invariant($"fell by {(1 - ratio) * 100:0} %"),
    };
}
