using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.AutoApproval;
using SloFunctions.Application.AutoApproval.Documents;
using SloFunctions.Functions.OpenApi;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>POST /api/v1/auto-approval-rules/{rule_id}/preview.</summary>
public sealed class PreviewAutoApprovalRule(PreviewRule useCase)
{
    /// <summary>Tells what an auto-approval rule would have approved lately, what became of it, and what stood against the rest.</summary>
    [Function(nameof(PreviewAutoApprovalRule))]
    [Operation("Auto-approval")]
    [Accepts(typeof(PreviewBody), Optional = true, Example = BodyExamples.RulePreview)]
    [Answers(StatusCodes.Status200OK, typeof(RulePreviewDocument))]
    [Problem(StatusCodes.Status404NotFound, "auto-approval-rule-not-found")]
    [Problem(StatusCodes.Status404NotFound, "service-not-found")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/auto-approval-rules/{ruleId}/preview")] HttpRequest request,
        string ruleId) =>
        (await JsonBody.ReadOptionalAsync<PreviewBody>(request, request.Cancellation())).TryGet(out var body, out var error)
            ? Answer.From(await useCase.HandleAsync(ruleId, body, request.Cancellation()), request)
            : error.ToProblem(request);
}
