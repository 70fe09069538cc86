using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Telemetry;

public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("alice@example.com")]
    [InlineData("Alice.O'Brien+shop@mail.example.co.uk")]
    [InlineData("user:alice@example.com")]
    [InlineData("jürgen@müller.de")]
    [InlineData("<alice@example.com>")]
    public void Addresses_of_mail_are_found(string value) => PersonalData.Find(value).ShouldBe("an e-mail address");

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("255.255.255.255:8080")]
    [InlineData("192.168.1.20/24")]
    [InlineData("client-192.168.1.20")]
    [InlineData("http://10.0.0.1/path")]
    [InlineData("10.0.0.1.")]
    [InlineData("::1")]
    [InlineData("fe80::1%eth0")]
    [InlineData("[2001:db8::8a2e:370:7334]:443")]
    [InlineData("2001:0db8:0000:0000:0000:8a2e:0370:7334")]
    [InlineData("::ffff:10.1.2.3")]
    [InlineData("client 2001:DB8::1")]
    public void Addresses_of_machines_are_found(string value) => PersonalData.Find(value).ShouldBe("an IP address");

    [Theory]
    [InlineData("550e8400-e29b-41d4-a716-446655440000")]
    [InlineData("550E8400-E29B-41D4-A716-446655440000")]
    [InlineData("{550e8400-e29b-41d4-a716-446655440000}")]
    [InlineData("user-550e8400-e29b-41d4-a716-446655440000")]
    [InlineData("user/550e8400e29b41d4a716446655440000")]
    public void Identifiers_of_users_are_found(string value) => PersonalData.Find(value).ShouldBe("a user identifier");

    [Theory]
    [InlineData("")]
    [InlineData("checkout")]
    [InlineData("payments/checkout:v1.2.3")]
    [InlineData("api-v1.2.3.4")]
    [InlineData("1.2.3")]
    [InlineData("1.2.3.4.5")]
    [InlineData("300.1.1.1")]
    [InlineData("image@sha256:0123")]
    [InlineData("@scope/package")]
    [InlineData("team@checkout")]
    [InlineData("12:30:45")]
    [InlineData("00:1a:2b:3c:4d:5e")]
    [InlineData("std::cache")]
    [InlineData("::")]
    [InlineData("1::2::3")]
    [InlineData("urn:shop:cart")]
    [InlineData("checkout-7d4f8b9c6d-x2x4z")]
    [InlineData("550e8400-e29b-41d4-a716")]
    [InlineData("0123456789abcdef0123456789abcdef01234567")]
    [InlineData("Grüße-日本語-🚀")]
    public void Names_of_services_are_let_through(string value) => PersonalData.Find(value).ShouldBeNull();

    [Fact]
    public void Long_and_hostile_values_are_looked_at_in_time() => Property.Holds(200, random =>
    {
        string alphabet = "@.:-0f1a";
        string value = new([.. Enumerable.Range(0, 255).Select(_ => alphabet[random.Below(alphabet.Length)])]);

        Should.NotThrow(() => PersonalData.Find(value));
    });
}
