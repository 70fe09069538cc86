using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using SloFunctions.Application.Alerts;
using SloFunctions.Application.Graph;
using SloFunctions.Domain.Results;
using SloFunctions.Functions.OpenApi;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>GET /api/v1/services/{id}/slos/alerts and /api/v1/slos/alerts.</summary>
public sealed class AlertExports(ExportAlerts useCase)
{
    // RFC 9512.
    private const string YamlType = "application/yaml";

    private const string Tag = "Alerts";
    private const string FormatMeaning = "How the objectives and their alerts are written down: as rules of Prometheus, or as a specification for another tool.";
    private const string WithMeaning = "Gives, in place of a file of rules, the tests that promtool holds it against; they name it as its own answer does.";
    private const string DocumentMeaning = "The document; its first comments tell what is left out, and what the format cannot say.";
    private const string ConditionMeaning = "Entity tags of answers that the client has kept.";
    private const string NotModifiedMeaning = "The client has the present document already.";
    private const string TagMeaning = "The entity tag of the document.";
    private const string CacheMeaning = "The document may be kept, but asked for each time whether it still holds.";
    private const string FileMeaning = "The name to save the document under, the same each time.";
    private const string FilePattern = "^attachment; filename=[a-z0-9.-]+$";
    private static readonly string[] Parameters = ["format", "team", "with"];

    /// <summary>Writes the alerts on the SLO of a service as rules of Prometheus or as a specification.</summary>
    [Function("ExportServiceAlerts")]
    [Operation(Tag)]
    [Query("format", typeof(ExportFormat), FormatMeaning, Default = ExportFormat.Prometheus)]
    [Query("with", typeof(ExportAddition), WithMeaning)]
    [RequestHeader("If-None-Match", typeof(string), ConditionMeaning)]
    [Answers(StatusCodes.Status200OK, typeof(string), ContentType = YamlType, Description = DocumentMeaning)]
    [Answers(StatusCodes.Status304NotModified, Description = NotModifiedMeaning)]
    [AnswerHeader("ETag", TagMeaning, StatusCodes.Status200OK, StatusCodes.Status304NotModified, Pattern = EntityTags.Pattern)]
    [AnswerHeader("Cache-Control", CacheMeaning, StatusCodes.Status200OK, StatusCodes.Status304NotModified)]
    [AnswerHeader("Content-Disposition", FileMeaning, StatusCodes.Status200OK, StatusCodes.Status304NotModified, Pattern = FilePattern)]
    [Problem(StatusCodes.Status404NotFound, "service-not-found")]
    [Problem(StatusCodes.Status404NotFound, "slo-not-found")]
    [Problem(StatusCodes.Status404NotFound, "no-measurable-slo")]
    public Task<IResult> OfServiceAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/services/{serviceId}/slos/alerts")] HttpRequest request,
        string serviceId) => ExportAsync(request, AlertExportQuery.OfService(RouteText.Of(serviceId), request.Parameter("format"), request.Parameter("with")));

    /// <summary>Writes the alerts on the SLOs of a team, or of all services, as rules of Prometheus or as a specification.</summary>
    [Function("ExportAlerts")]
    [Operation(Tag)]
    [Query("team", typeof(string), "Only services of this team.", MaxLength = GraphLimits.Team)]
    [Query("format", typeof(ExportFormat), FormatMeaning, Default = ExportFormat.Prometheus)]
    [Query("with", typeof(ExportAddition), WithMeaning)]
    [RequestHeader("If-None-Match", typeof(string), ConditionMeaning)]
    [Answers(StatusCodes.Status200OK, typeof(string), ContentType = YamlType, Description = DocumentMeaning)]
    [Answers(StatusCodes.Status304NotModified, Description = NotModifiedMeaning)]
    [AnswerHeader("ETag", TagMeaning, StatusCodes.Status200OK, StatusCodes.Status304NotModified, Pattern = EntityTags.Pattern)]
    [AnswerHeader("Cache-Control", CacheMeaning, StatusCodes.Status200OK, StatusCodes.Status304NotModified)]
    [AnswerHeader("Content-Disposition", FileMeaning, StatusCodes.Status200OK, StatusCodes.Status304NotModified, Pattern = FilePattern)]
    [Problem(StatusCodes.Status404NotFound, "team-not-found")]
    [Problem(StatusCodes.Status404NotFound, "slo-not-found")]
    [Problem(StatusCodes.Status404NotFound, "no-measurable-slo")]
    public Task<IResult> OfManyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/slos/alerts")] HttpRequest request) =>
        ExportAsync(request, AlertExportQuery.OfMany(request.Parameter("team"), request.Parameter("format"), request.Parameter("with")));

    private async Task<IResult> ExportAsync(HttpRequest request, Result<AlertExportQuery> query)
    {
        // Several values would be taken for one with commas in it.
        if (Array.Find(Parameters, name => request.Query[name].Count > 1) is { } repeated)
            return Error.Invalid(repeated, "It is given more than once.").ToProblem(request);
        if (!query.TryGet(out var asked, out var error) || !(await useCase.HandleAsync(asked, request.Cancellation())).TryGet(out var document, out error))
            return error.ToProblem(request);
        request.HttpContext.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = document.FileName }.ToString();
        return new PublishedResult(document.Yaml, document.ETag, YamlType);
    }
}
