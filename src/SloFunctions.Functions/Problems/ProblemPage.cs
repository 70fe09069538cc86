using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace SloFunctions.Functions.Problems;

/// <summary>A page for people that explains a kind of problem: one file, no scripts, the system's fonts.</summary>
internal sealed class ProblemPage(ProblemKind kind) : IResult
{
    private const string Style =
        "body{font:16px/1.5 system-ui,sans-serif;max-width:42rem;margin:3rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}"
        + "code{font-family:ui-monospace,monospace}dt{font-weight:600;margin-top:1rem}dd{margin:0}"
        + "@media(prefers-color-scheme:dark){body{color:#eee;background:#1b1b1b}}";

    // Of this style alone, so that nothing injected could bring another.
    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.CacheControl = "public, max-age=3600";
        response.ContentType = "text/html; charset=utf-8";
        return response.WriteAsync(Html(), httpContext.RequestAborted);
    }

    private string Html() => string.Create(CultureInfo.InvariantCulture, $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Text(kind.Title)}</title>
        <style>{Style}</style>
        </head>
        <body>
        <h1>{Text(kind.Title)}</h1>
        <dl>
        <dt>Code</dt><dd><code>{Text(kind.Code)}</code></dd>
        <dt>HTTP status</dt><dd>{string.Join(", ", kind.Statuses)}</dd>
        <dt>What it means</dt><dd>{Prose(kind.Meaning)}</dd>
        <dt>What to do</dt><dd>{Prose(kind.Remedy)}</dd>
        </dl>
        </body>
        </html>

        """);

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    // Names stand between backticks, as in the generated document.
    private static string Prose(string text) =>
        string.Concat(text.Split('`').Select((part, i) => i % 2 == 0 ? Text(part) : $"<code>{Text(part)}</code>"));
}
