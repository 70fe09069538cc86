namespace SloFunctions.Domain.Reliability;

/// <summary>Who can reach a service.</summary>
internal static class Callers
{
    /// <summary>The services that can, by number, without the one itself.</summary>
    public static int[] Of(ContractedNetwork network, int component, int service)
    {
        // What a component needs has a smaller number, so that one pass upwards finds everybody above.
        bool[] reaches = new bool[network.Count];
        reaches[component] = true;
        for (int c = component + 1; c < reaches.Length; c++) reaches[c] = network.Below(c).Any(below => reaches[below]);
        return [.. network.Components.ComponentOf.Index().Where(s => reaches[s.Item] && s.Index != service).Select(s => s.Index)];
    }
}
