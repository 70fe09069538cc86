using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Audit;
using SloFunctions.Application.Audit.Documents;
using SloFunctions.Functions.OpenApi;

namespace SloFunctions.Functions.Http;

/// <summary>GET /api/v1/audit/verification.</summary>
public sealed class AuditVerification(VerifyAuditLog useCase)
{
    /// <summary>Computes the chains of both audit logs again and says where they are not as they were written.</summary>
    [Function(nameof(VerifyAuditLog))]
    [Operation("Audit")]
    [Answers(StatusCodes.Status200OK, typeof(VerificationDocument))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/audit/verification")] HttpRequest request) =>
        Answer.Json(await useCase.HandleAsync(request.Cancellation()));
}
