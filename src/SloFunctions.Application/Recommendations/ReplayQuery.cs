using SloFunctions.Application.Validation;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Recommendations;

/// <summary>Asks to compute a stored recommendation again.</summary>
/// <param name="Service">The service.</param>
/// <param name="RecommendationId">The id of the set.</param>
public sealed record ReplayQuery(ServiceId Service, Guid RecommendationId)
{
    private const int ReportedErrors = 10;

    /// <summary>Reads the query from the texts of a request.</summary>
    public static Result<ReplayQuery> Parse(string? serviceId, string? recommendationId)
    {
        var errors = new FieldErrors(ReportedErrors);
        var service = errors.ServiceId(serviceId, "service_id");
        var id = errors.Uuid(recommendationId, "recommendation_id");
        return errors.IsEmpty ? new ReplayQuery(service, id!.Value) : errors.ToError();
    }
}
