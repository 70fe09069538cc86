using SloFunctions.Application.Identifiers;
using SloFunctions.Application.Impact.Documents;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Application.Reliability;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Impact;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Impact;

/// <summary>Tells what changes of the graph or of services would do. Nothing is stored.</summary>
public sealed class AskWhatIf(ReadServiceAvailabilities availabilities, IIdSource ids)
{
    /// <summary>Analyses changes, or says what is wrong with the question.</summary>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    public async Task<Result<WhatIfDocument>> HandleAsync(WhatIfBody? body, CancellationToken cancellation)
    {
        if (body is null) return Error.Invalid("body", "A JSON object is required.");
        if (body.Changes is not { Count: > 0 and <= ImpactLimits.Changes } changes)
            return Error.Invalid("changes", $"1 to {ImpactLimits.Changes} changes are required.");
        if (body.Services is { Count: > ImpactLimits.NamedServices })
            return Error.Invalid("services", $"At most {ImpactLimits.NamedServices} services are accepted.");

        var landscape = await availabilities.HandleAsync(cancellation);
        var errors = new FieldErrors(ImpactLimits.ReportedErrors);
        var variant = new GraphVariant(landscape.Graph, landscape.Availabilities);
        var applied = Apply(changes, variant, errors);
        var wanted = Wanted(body.Services, variant, errors);
        if (!errors.IsEmpty) return errors.ToError();

        var outcome = new WhatIf(landscape.Graph, landscape.Availabilities, landscape.Requirements).Of(variant, wanted, cancellation);
        WhatIfServiceDocument[] services = [.. outcome.Services.Select(s => WhatIfRendering.Service(landscape, outcome.Graph, s))];
        return new WhatIfDocument(
            ids.Next(),
            new WindowDocument(landscape.Window.Start, landscape.Window.End),
            applied,
            services,
            [.. outcome.NewCycles.Select(c => new WhatIfCycleDocument([.. c.Members.Select(m => m.Value)], [.. c.Path.Select(m => m.Value)]))],
            WhatIfRendering.Summary(services));
    }

    private static List<AppliedChangeDocument> Apply(IReadOnlyList<ChangeBody?> changes, GraphVariant variant, FieldErrors errors)
    {
        var all = new WhatIfChanges(variant, errors);
        var applied = new List<AppliedChangeDocument>(changes.Count);
        for (int i = 0; i < changes.Count && !errors.IsFull; i++)
        {
            string field = $"changes[{i}]";
            if (changes[i] is not { } change) errors.Add(field, "An object is expected.");
            else if (all.Apply(change, field) is { } effect) applied.Add(new AppliedChangeDocument(change.Type!, effect));
        }

        return applied;
    }

    private static List<int>? Wanted(IReadOnlyList<string?>? services, GraphVariant variant, FieldErrors errors)
    {
        if (services is null) return null;
        var names = new WhatIfChanges(variant, errors);
        var wanted = new List<int>(services.Count);
        for (int i = 0; i < services.Count && !errors.IsFull; i++)
        {
            if (names.Known(services[i], $"services[{i}]") is { } place) wanted.Add(place);
        }

        return [.. wanted.Distinct()];
    }
}
