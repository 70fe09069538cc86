using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using SloFunctions.Functions.Http;

namespace SloFunctions.Functions.Pages;

/// <summary>Answers with a file, compressed where the client takes that, or with 304 when the client has it.</summary>
internal sealed class StaticFileResult(StaticFile file) : IResult
{
    // A deployment may replace it at any time; the question whether it did costs no body.
    private const string MustAsk = "public, no-cache";

    // Scripts and styles come from here alone. Icons are data. The hash is that of an empty style element, which
    // ReDoc adds and then fills through the object model.
    private const string OwnContentOnly =
        "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        response.Headers.CacheControl = MustAsk;
        response.Headers.ETag = file.ETag;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        response.Headers.ContentSecurityPolicy = OwnContentOnly;
        if (request.IsKnown(file.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = file.ContentType;
        if (request.GetTypedHeaders().AcceptEncoding.Any(e => e.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) && e.Quality is not 0))
        {
            response.Headers.ContentEncoding = "gzip";
            response.ContentLength = file.Zipped.Length;
            await response.Body.WriteAsync(file.Zipped, httpContext.RequestAborted);
            return;
        }

        await using var plain = new GZipStream(new MemoryStream(file.Zipped), CompressionMode.Decompress);
        await plain.CopyToAsync(response.Body, httpContext.RequestAborted);
    }
}
