using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Impact;
using SloFunctions.Application.Impact.Documents;
using SloFunctions.Functions.OpenApi;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>POST /api/v1/slos/what-if.</summary>
public sealed class AnswerWhatIf(AskWhatIf useCase)
{
    /// <summary>Tells what changes of the graph or of services would do.</summary>
    [Function(nameof(AnswerWhatIf))]
    [Operation("Impact")]
    [Accepts(typeof(WhatIfBody), Example = BodyExamples.WhatIf)]
    [Answers(StatusCodes.Status200OK, typeof(WhatIfDocument))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/slos/what-if")] HttpRequest request)
    {
        if (!(await JsonBody.ReadAsync<WhatIfBody>(request, request.Cancellation())).TryGet(out var body, out var error)) return error.ToProblem(request);
        return Answer.From(await useCase.HandleAsync(body, request.Cancellation()), request);
    }
}
