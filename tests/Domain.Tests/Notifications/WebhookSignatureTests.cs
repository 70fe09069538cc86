using System.Text;
using SloFunctions.Domain.Notifications;
using SloFunctions.Testing;

namespace SloFunctions.Domain.Tests.Notifications;

public sealed class WebhookSignatureTests
{
    // The expected value was computed with: openssl dgst -sha256 -hmac an-example-not-a-secret
    private const string Secret = "an-example-not-a-secret";
    private const string Body = """{"event":"accept"}""";
    private const string Expected = "t=1772359200,v1=db5407a97a11a84c2518acdad84bf027b9043fc8d278c3f9f7579d9cae15de0c";

    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1772359200);

    [Fact]
    public void A_signature_is_what_other_tools_compute()
    {
        WebhookSignature.Of(Secret, At.AddMilliseconds(999), Encoding.UTF8.GetBytes(Body)).ShouldBe(Expected);
    }

    [Fact]
    public void The_example_of_the_documentation_is_right()
    {
        string text = File.ReadAllText(RepositoryRoot.Combine("docs", "notifications.md"));

        text.ShouldContain(Secret);
        text.ShouldContain(Body);
        text.ShouldContain(Expected);
    }

    [Theory]
    [InlineData("another-secret-of-ours", 0, Body)]
    [InlineData(Secret, 1, Body)]
    [InlineData(Secret, 0, Body + " ")]
    public void Another_secret_time_or_body_makes_another_signature(string secret, int seconds, string body)
    {
        WebhookSignature.Of(secret, At.AddSeconds(seconds), Encoding.UTF8.GetBytes(body)).ShouldNotBe(Expected);
    }
}
