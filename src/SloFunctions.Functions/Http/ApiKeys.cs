using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Access;
using SloFunctions.Functions.Access;
using SloFunctions.Functions.OpenApi;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>GET and POST /api/v1/api-keys, POST /api/v1/api-keys/{key_id}/rotate, DELETE /api/v1/api-keys/{key_id}.</summary>
public sealed class ApiKeys(ManageApiKeys useCase)
{
    /// <summary>Lists API keys page by page, without their secrets.</summary>
    [Function("ListApiKeys")]
    [Operation("API keys")]
    [Query("cursor", typeof(string), "The next_cursor of the page before; the first page when missing.")]
    [Query("limit", typeof(int), "Entries on the page.", Minimum = 1, Maximum = ApiKeyQuery.MaxLimit, Default = ApiKeyQuery.DefaultLimit)]
    [Answers(StatusCodes.Status200OK, typeof(ApiKeyPage))]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/api-keys")] HttpRequest request)
    {
        var query = ApiKeyQuery.Parse(request.Parameter("cursor"), request.Parameter("limit"));
        return query.TryGet(out var valid, out var error) ? Answer.Json(await useCase.ListAsync(valid, request.Cancellation())) : error.ToProblem(request);
    }

    /// <summary>Issues an API key; its secret is in this answer and nowhere else.</summary>
    [Function("CreateApiKey")]
    [Operation("API keys")]
    [Accepts(typeof(ApiKeyBody), Example = BodyExamples.ApiKey)]
    [Answers(StatusCodes.Status201Created, typeof(IssuedApiKey))]
    public async Task<IResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/api-keys")] HttpRequest request) =>
        (await JsonBody.ReadAsync<ApiKeyBody>(request, request.Cancellation())).TryGet(out var body, out var error)
            ? Answer.From(await useCase.CreateAsync(body, request.Caller().Actor, request.Cancellation()), request, StatusCodes.Status201Created)
            : error.ToProblem(request);

    /// <summary>Issues an API key in place of another, which stays valid for as long as is asked for.</summary>
    [Function("RotateApiKey")]
    [Operation("API keys")]
    [Accepts(typeof(RotationBody), Optional = true, Example = BodyExamples.Rotation)]
    [Answers(StatusCodes.Status201Created, typeof(IssuedApiKey))]
    [Problem(StatusCodes.Status404NotFound, "api-key-not-found")]
    public async Task<IResult> RotateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/api-keys/{keyId}/rotate")] HttpRequest request,
        string keyId) =>
        (await JsonBody.ReadOptionalAsync<RotationBody>(request, request.Cancellation())).TryGet(out var body, out var error)
            ? Answer.From(await useCase.RotateAsync(keyId, body, request.Caller().Actor, request.Cancellation()), request, StatusCodes.Status201Created)
            : error.ToProblem(request);

    /// <summary>Revokes an API key for good. It stays listed, because the audit log names it.</summary>
    [Function("RevokeApiKey")]
    [Operation("API keys")]
    [Answers(StatusCodes.Status200OK, typeof(ApiKeySummary))]
    [Problem(StatusCodes.Status404NotFound, "api-key-not-found")]
    public async Task<IResult> RevokeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/v1/api-keys/{keyId}")] HttpRequest request,
        string keyId) =>
        Answer.From(await useCase.RevokeAsync(keyId, request.Caller().Actor, request.Cancellation()), request);
}
