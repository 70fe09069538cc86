using System.Collections.Frozen;

namespace SloFunctions.Functions.Pages;

/// <summary>Every file that the pages consist of. Nothing else can be asked for, whatever a path says.</summary>
internal static class PageFiles
{
    private const string Html = "text/html; charset=utf-8";
    private const string Script = "text/javascript; charset=utf-8";
    private const string Style = "text/css; charset=utf-8";
    private const string Swagger = "Swashbuckle.AspNetCore.SwaggerUI";
    private const string ReDoc = "Swashbuckle.AspNetCore.ReDoc";

    private static readonly FrozenDictionary<string, Lazy<StaticFile>> Files = new Dictionary<string, Lazy<StaticFile>>(StringComparer.Ordinal)
    {
        ["openapi.json"] = Own("openapi.json", "application/json"),
        ["docs"] = Own("docs.html", Html),
        ["docs/start.js"] = Own("docs.js", Script),
        ["docs/swagger-ui.css"] = OfPackage(Swagger, "swagger_ui_dist.swagger-ui.css", Style),
        ["docs/swagger-ui-bundle.js"] = OfPackage(Swagger, "swagger_ui_dist.swagger-ui-bundle.js", Script),
        ["docs/favicon-32x32.png"] = OfPackage(Swagger, "swagger_ui_dist.favicon-32x32.png", "image/png"),
        ["redoc"] = Own("redoc.html", Html),
        ["redoc/start.js"] = Own("redoc.js", Script),
        ["redoc/page.css"] = Own("redoc.css", Style),
        ["redoc/redoc.standalone.js"] = OfPackage(ReDoc, "redoc.bundles.redoc.standalone.js", Script),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A file by its name; null when there is none.</summary>
    public static StaticFile? Find(string name) => Files.GetValueOrDefault(name)?.Value;

    private static Lazy<StaticFile> Own(string name, string contentType) => new(() => StaticFile.Own(name, contentType));

    private static Lazy<StaticFile> OfPackage(string package, string name, string contentType) => new(() => StaticFile.OfPackage(package, name, contentType));
}
