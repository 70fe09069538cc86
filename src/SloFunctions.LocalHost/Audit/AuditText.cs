using System.Globalization;
using SloFunctions.Application.Audit.Documents;

namespace SloFunctions.LocalHost.Audit;

/// <summary>What a verification found, for people to read.</summary>
internal static class AuditText
{
    public static IEnumerable<string> Of(VerificationDocument found)
    {
        yield return Invariant($"{found.Entries} entries of {found.Services} services and of what is set up");
        yield return found.Anchors.Status switch
        {
            "compared" => Invariant($"{found.Anchors.Compared} anchors compared, {found.Anchors.Missing} chains without one"),
            "unavailable" => "anchors could not be compared: the storage account does not answer",
            _ => "anchors could not be compared: no storage account is set",
        };
        foreach (var broken in found.Breaks) yield return Line(broken);
        if (found.BreaksTotal > found.Breaks.Count) yield return Invariant($"and {found.BreaksTotal - found.Breaks.Count} more");
        yield return found.Intact ? "intact" : Invariant($"BROKEN in {found.BreaksTotal} places");
    }

    private static string Line(BreakDocument broken) => Invariant(
        $"{broken.Kind}: {broken.Log}, service {broken.ServiceId ?? "-"} (chain {broken.ChainId:D}), sequence {broken.Sequence}, id {broken.AuditId?.ToString("D") ?? "-"}: {broken.Message}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
