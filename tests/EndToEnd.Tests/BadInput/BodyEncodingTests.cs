using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.BadInput;

[Collection(PlainAppTests.Name)]
public sealed class BodyEncodingTests(PlainApp app)
{
    private const int Limit = 10 * 1024 * 1024;
    private const string Valid = """{"source":"manual","nodes":[{"service_id":"encoded"}]}""";

    [Fact]
    public async Task A_body_of_ten_megabytes_is_taken() => (await app.Api.IngestAsync(Padded(Limit))).ShouldBe(HttpStatusCode.Accepted);

    [Theory]
    [InlineData(Limit + 1, false)]
    [InlineData(Limit + 1, true)]
    [InlineData(29_999_999, false)]
    [InlineData(30_500_000, false)]
    [InlineData(30_500_000, true)]
    [InlineData(40 * 1024 * 1024, false)]
    [InlineData(40 * 1024 * 1024, true)]
    public async Task A_larger_body_is_refused_and_the_sender_can_read_why(int bytes, bool chunked)
    {
        string before = await app.StateAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, Api.Graph) { Content = Padded(bytes) };
        request.Headers.TransferEncodingChunked = chunked;

        (await app.Api.SendAsync(request)).ShouldBeProblem(HttpStatusCode.RequestEntityTooLarge, "body");

        (await app.StateAsync()).ShouldBe(before);
        (await app.Api.GetAsync("/api/v1/health")).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/vnd.api+json")]
    [InlineData(null)]
    public async Task Json_is_read_as_json_whatever_its_type_is_said_to_be(string? mediaType)
    {
        var body = new ByteArrayContent(Encoding.UTF8.GetBytes(Valid));
        if (mediaType is not null) body.Headers.ContentType = new MediaTypeHeaderValue(mediaType);

        (await app.Api.IngestAsync(body)).ShouldBe(HttpStatusCode.Accepted);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("identity, gzip")]
    public async Task A_compressed_body_is_refused_as_unsupported(string encoding)
    {
        using var compressed = new MemoryStream();
        await using (var gzip = new GZipStream(compressed, CompressionMode.Compress, leaveOpen: true)) await gzip.WriteAsync(Encoding.UTF8.GetBytes(Valid));
        var body = new ByteArrayContent(compressed.ToArray());
        body.Headers.TryAddWithoutValidation("Content-Encoding", encoding);

        (await app.Api.IngestAsync(body)).ShouldBeProblem(HttpStatusCode.UnsupportedMediaType, "Content-Encoding");
    }

    [Fact]
    public async Task Identity_is_no_compression()
    {
        var body = new StringContent(Valid);
        body.Headers.ContentEncoding.Add("identity");
        (await app.Api.IngestAsync(body)).ShouldBe(HttpStatusCode.Accepted);
    }

    private static ByteArrayContent Padded(int bytes)
    {
        byte[] body = new byte[bytes];
        body.AsSpan().Fill((byte)' ');
        Encoding.UTF8.GetBytes(Valid, body);
        return new ByteArrayContent(body);
    }

    [OwnHostTheory]
    [InlineData("2147483648\r\n{}")]
    [InlineData("ffffffffffffffffff\r\n{}")]
    [InlineData("xyz\r\n{}\r\n0\r\n\r\n")]
    public async Task A_chunk_of_impossible_length_is_a_bad_request(string chunks)
    {
        string head = $"POST {Api.WhatIf} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{Api.KeyHeader}: {app.Api.Key}\r\nTransfer-Encoding: chunked\r\n\r\n";

        (await RawHttp.SendAsync(app.Api.BaseUrl, head + chunks)).ShouldBe(400);
    }
}
