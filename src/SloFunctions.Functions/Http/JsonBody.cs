using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using SloFunctions.Application.Publishing;
using SloFunctions.Domain.Results;

namespace SloFunctions.Functions.Http;

/// <summary>Reads JSON bodies of bounded size and names the field that cannot be read.</summary>
internal static class JsonBody
{
    private const int MaxBytes = 10 * 1024 * 1024;

    // A client that is still sending sees its connection break instead of our answer, so a larger body is read to its end
    // up to here, which is also where the Functions host draws its line.
    private const int DrainedBytes = 100 * 1024 * 1024;

    private static readonly Error TooLarge = new(
        ErrorKind.TooLarge,
        "body-too-large",
        "Body Too Large",
        $"A request body has at most {MaxBytes} bytes; send a larger graph in several requests.",
        [new FieldError("body", $"At most {MaxBytes} bytes are accepted.")]);

    private static readonly Error Encoded = new(
        ErrorKind.Unsupported,
        "unsupported-encoding",
        "Unsupported Encoding",
        "A request body must not be compressed.",
        [new FieldError(HeaderNames.ContentEncoding, "Only identity, which is no encoding, is accepted.")]);

    /// <summary>Reads the body, whatever media type it is said to have. A body of <c>null</c> is a success.</summary>
    public static Task<Result<T?>> ReadAsync<T>(HttpRequest request, CancellationToken cancellation)
        where T : class => ReadAsync<T>(request, mayBeEmpty: false, cancellation);

    /// <summary>As <see cref="ReadAsync{T}(HttpRequest, CancellationToken)"/>, but no body at all is a success too.</summary>
    public static Task<Result<T?>> ReadOptionalAsync<T>(HttpRequest request, CancellationToken cancellation)
        where T : class => ReadAsync<T>(request, mayBeEmpty: true, cancellation);

    private static async Task<Result<T?>> ReadAsync<T>(HttpRequest request, bool mayBeEmpty, CancellationToken cancellation)
        where T : class
    {
        if (request.Headers.ContentEncoding.Any(e => !string.Equals(e, "identity", StringComparison.OrdinalIgnoreCase))) return Encoded;
        using var body = new MemoryStream();
        if (!await TryBufferAsync(request, body, cancellation)) return TooLarge;
        if (mayBeEmpty && body.Length == 0) return Result<T?>.Success(null);
        return JsonText.Read<T>(body.GetBuffer().AsSpan(0, (int)body.Length));
    }

    private static async Task<bool> TryBufferAsync(HttpRequest request, MemoryStream body, CancellationToken cancellation)
    {
        if (request.ContentLength > DrainedBytes) return false;
        // The server's own limit would end the connection in the middle of such a body.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
        byte[] chunk = new byte[64 * 1024];
        long received = 0;
        try
        {
            int read;
            while (received <= DrainedBytes && (read = await request.Body.ReadAsync(chunk, cancellation)) > 0)
            {
                received += read;
                if (received <= MaxBytes) body.Write(chunk, 0, read);
            }
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return false;
        }
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            // A chunk of impossible length, for one, is no failure of ours.
            throw new BadHttpRequestException("The body cannot be read.", StatusCodes.Status400BadRequest, e);
        }

        return received <= MaxBytes;
    }
}
