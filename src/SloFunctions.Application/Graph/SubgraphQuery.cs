using SloFunctions.Application.Validation;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Graph;

/// <summary>Asks for the surroundings of a service.</summary>
/// <param name="Service">The service.</param>
/// <param name="Direction">Which way to go.</param>
/// <param name="Depth">The most hops, 1 to 10.</param>
/// <param name="IncludeExternal">Whether services outside the organisation are shown.</param>
public sealed record SubgraphQuery(ServiceId Service, DependencyDirection Direction, int Depth, bool IncludeExternal)
{
    /// <summary>The most hops that are followed.</summary>
    public const int MaxDepth = 10;

    /// <summary>The hops that are followed unless something else is asked for.</summary>
    public const int DefaultDepth = 3;

    /// <summary>Reads the query from the texts of a request; null stands for a missing parameter.</summary>
    public static Result<SubgraphQuery> Parse(string? serviceId, string? direction, string? depth, string? includeExternal)
    {
        var errors = new FieldErrors(GraphLimits.ReportedErrors);
        var query = new SubgraphQuery(
            errors.ServiceId(serviceId, "service_id"),
            errors.OneOf<DependencyDirection>(direction, "direction", DependencyDirection.Both),
            errors.WholeNumber(depth, "depth", DefaultDepth, 1, MaxDepth),
            errors.Flag(includeExternal, "include_external", missing: true));
        return errors.IsEmpty ? query : errors.ToError();
    }
}
