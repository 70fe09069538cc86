using SloFunctions.Application.Publishing;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Impact;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Impact;

/// <summary>Applies the changes of a what-if question one after the other, and names the fields of those that cannot be.</summary>
internal sealed class WhatIfChanges(GraphVariant variant, FieldErrors errors)
{
    private readonly HashSet<ServiceId> changedServices = [];
    private readonly HashSet<(int Source, int Target)> changedDependencies = [];
    private int groups;

    /// <summary>Applies a change.</summary>
    /// <returns>What it does, as a sentence; null when it is wrong.</returns>
    public string? Apply(ChangeBody change, string at)
    {
        var type = errors.OneOf<ChangeType>(change.Type, $"{at}.type");
        if (!Term<ChangeType>.TryParse(change.Type, out _)) return null;
        return type switch
        {
            ChangeType.Improve => Move(change, at, better: true),
            ChangeType.Degrade => Move(change, at, better: false),
            ChangeType.AddService => AddService(change, at),
            ChangeType.AddDependency => AddDependency(change, at),
            ChangeType.RemoveDependency => RemoveDependency(change, at),
            _ => MakeRedundant(change, at),
        };
    }

    /// <summary>The number of a service that must be there.</summary>
    public int? Known(string? text, string field)
    {
        if (ServiceId.Complaint(text) is { } complaint)
        {
            errors.Add(field, complaint);
            return null;
        }

        if (variant.PlaceOf(ServiceId.Of(text!)) is { } place) return place;
        errors.Add(field, $"There is no service '{text}', nor does an earlier change add it.");
        return null;
    }

    private string? Move(ChangeBody change, string at, bool better)
    {
        var place = Known(change.ServiceId, $"{at}.service_id");
        if (change.Availability is null == change.DeltaNines is null)
        {
            errors.Add($"{at}.availability", "Either availability or delta_nines is required.");
            return null;
        }

        if (change.DeltaNines is not null and not (> 0 and <= ImpactLimits.DeltaNines))
        {
            errors.Add($"{at}.delta_nines", Text.Invariant($"A number above 0 and up to {ImpactLimits.DeltaNines} is expected."));
            return null;
        }

        if (place is not { } service || !IsAvailability(change.Availability, at) || !IsFirst(change, at)) return null;
        double before = variant.Own[service];
        double after = Target(change, before, better);
        after = better ? Math.Max(before, after) : Math.Min(before, after);
        if (after == before)
            return $"{change.ServiceId} is {RiskText.Percentage(before)} available by itself, so that this changes nothing";
        variant.SetOwn(service, after);
        return $"{change.ServiceId} becomes {RiskText.Percentage(after)} instead of {RiskText.Percentage(before)} available by itself";
    }

    private static double Target(ChangeBody change, double before, bool better)
    {
        if (change.DeltaNines is not { } nines) return Ratio(change.Availability!.Value);
        return Math.Max(0, 1 - ((1 - before) * Math.Pow(10, better ? -nines : nines)));
    }

    private string? AddService(ChangeBody change, string at)
    {
        var id = errors.ServiceId(change.ServiceId, $"{at}.service_id");
        if (change.Availability is null) errors.Add($"{at}.availability", "The availability of the new service is required.");
        if (!IsAvailability(change.Availability, at) || change.Availability is not { } availability || id == default) return null;
        if (variant.PlaceOf(id) is not null)
        {
            errors.Add($"{at}.service_id", $"There is a service '{id}' already.");
            return null;
        }

        changedServices.Add(id);
        variant.Add(id, Ratio(availability));
        return $"{id} is added, {RiskText.Percentage(Ratio(availability))} available by itself";
    }

    private string? AddDependency(ChangeBody change, string at)
    {
        var mode = errors.OneOf<CommunicationMode>(change.Mode, $"{at}.mode", CommunicationMode.Sync);
        var criticality = errors.OneOf<DependencyCriticality>(change.Criticality, $"{at}.criticality", DependencyCriticality.Hard);
        if (Ends(change, at) is not var (source, target)) return null;
        if (variant.Find(source, target) is { } known && known.Mode == mode && known.Criticality == criticality && known.RedundancyGroup is null)
        {
            errors.Add($"{at}.target", $"'{change.Source}' has this dependency on '{change.Target}' already.");
            return null;
        }

        variant.Put(new GraphDependency(source, target, mode, criticality, null, null));
        return $"{change.Source} depends on {change.Target}";
    }

    private string? RemoveDependency(ChangeBody change, string at)
    {
        if (Ends(change, at) is not var (source, target)) return null;
        if (variant.Find(source, target) is null)
        {
            errors.Add($"{at}.target", $"'{change.Source}' has no dependency on '{change.Target}'.");
            return null;
        }

        variant.Remove(source, target);
        return $"{change.Source} no longer depends on {change.Target}";
    }

    private string? MakeRedundant(ChangeBody change, string at)
    {
        var source = Known(change.Source, $"{at}.source");
        errors.Text(change.Group, $"{at}.group", Graph.GraphLimits.RedundancyGroup);
        if (change.Members is not { Count: > 0 and <= ImpactLimits.Members } named)
        {
            errors.Add($"{at}.members", $"1 to {ImpactLimits.Members} services are required.");
            return null;
        }

        int?[] members = [.. named.Select((member, i) => Member(member, source, $"{at}.members[{i}]"))];
        if (source is not { } caller || members.Any(m => m is null)) return null;
        int[] existing = change.Group is { } joined ? [.. variant.Members(caller, joined)] : [];
        if (change.Group is not null && existing.Length == 0)
        {
            errors.Add($"{at}.group", $"'{change.Source}' has no group of alternatives '{change.Group}'.");
            return null;
        }

        int[] added = [.. members.Select(m => m!.Value).Distinct()];
        if (added.Length < members.Length) errors.Add($"{at}.members", "Each service can be named once.");
        if (added.Union(existing).Count() < 2) errors.Add($"{at}.members", "At least two alternatives are expected.");
        if (!errors.IsEmpty) return null;
        string group = change.Group ?? NewGroup(caller);
        foreach (int member in added)
            variant.Put(new GraphDependency(caller, member, CommunicationMode.Sync, DependencyCriticality.Hard, group, null));
        return $"One of {RiskText.Names(named.Select(m => m!))} is enough for {change.Source}";
    }

    private int? Member(string? text, int? source, string field)
    {
        if (Known(text, field) is not { } member) return null;
        if (member == source)
        {
            errors.Add(field, "A service must not depend on itself.");
            return null;
        }

        if (source is { } caller && !changedDependencies.Add((caller, member)))
        {
            errors.Add(field, $"Another change concerns the same dependency on '{text}'.");
            return null;
        }

        return member;
    }

    private (int Source, int Target)? Ends(ChangeBody change, string at)
    {
        var (source, target) = (Known(change.Source, $"{at}.source"), Known(change.Target, $"{at}.target"));
        if (source is not { } from || target is not { } to) return null;
        if (from == to)
        {
            errors.Add($"{at}.target", "A service must not depend on itself.");
            return null;
        }

        if (changedDependencies.Add((from, to))) return (from, to);
        errors.Add($"{at}.target", $"Another change concerns the same dependency of '{change.Source}' on '{change.Target}'.");
        return null;
    }

    private bool IsFirst(ChangeBody change, string at)
    {
        if (changedServices.Add(ServiceId.Of(change.ServiceId!))) return true;
        errors.Add($"{at}.service_id", $"Another change concerns the availability of '{change.ServiceId}'.");
        return false;
    }

    private bool IsAvailability(double? percentage, string at)
    {
        if (percentage is null or (>= 0 and <= 100)) return true;
        errors.Add($"{at}.availability", "A percentage from 0 to 100 is expected.");
        return false;
    }

    private string NewGroup(int source)
    {
        string name;
        do
        {
            name = Text.Invariant($"what-if {++groups}");
        }
        while (variant.Members(source, name).Count > 0);
        return name;
    }

    private static double Ratio(double percentage) => percentage is > 0 and < 100 ? Publishing.Percent.ToRatio(percentage) : percentage / 100;
}
