using SloFunctions.Domain.Notifications;

namespace SloFunctions.Domain.Tests.Notifications;

public sealed class WebhookUrlTests
{
    [Theory]
    [InlineData("https://hooks.slack.com/services/T000/B000/XXXX")]
    [InlineData("https://prod-00.westeurope.logic.azure.com:443/workflows/abc/triggers/manual/paths/invoke?api-version=2016-06-01&sig=abc")]
    [InlineData("HTTPS://hooks.example.com:8443")]
    [InlineData("https://xn--bcher-kva.example.com/x")]
    [InlineData("https://8.8.8.8/x")]
    [InlineData("https://[2606:4700:4700::1111]/x")]
    public void An_address_of_the_public_internet_is_taken(string url)
    {
        WebhookUrl.Complaint(url, allowPrivate: false).ShouldBeNull();
    }

    [Theory]
    [InlineData("https://localhost/x")]
    [InlineData("https://LOCALHOST./x")]
    [InlineData("https://app.localhost/x")]
    [InlineData("https://hooks.example.com./x")]
    [InlineData("https://metadata.google.internal/x")]
    [InlineData("https://kubernetes/x")]
    [InlineData("https://app.default.svc/x")]
    [InlineData("https://app.default.svc.cluster.local/x")]
    [InlineData("https://printer.home.arpa/x")]
    [InlineData("https://127.0.0.1/x")]
    [InlineData("https://127.1/x")]
    [InlineData("https://2130706433/x")]
    [InlineData("https://0x7f000001/x")]
    [InlineData("https://0x7f.1/x")]
    [InlineData("https://0177.0.0.1/x")]
    [InlineData("https://017700000001/x")]
    [InlineData("https://127.0.0.1./x")]
    [InlineData("https://1.2.3.4.5/x")]
    [InlineData("https://0/x")]
    [InlineData("https://0.0.0.0/x")]
    [InlineData("https://10.1.2.3/x")]
    [InlineData("https://172.16.0.1/x")]
    [InlineData("https://172.31.255.255/x")]
    [InlineData("https://192.168.0.1/x")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://100.64.0.1/x")]
    [InlineData("https://224.0.0.1/x")]
    [InlineData("https://255.255.255.255/x")]
    [InlineData("https://[::]/x")]
    [InlineData("https://[::1]/x")]
    [InlineData("https://[0:0:0:0:0:0:0:1]/x")]
    [InlineData("https://[::ffff:127.0.0.1]/x")]
    [InlineData("https://[::ffff:7f00:1]/x")]
    [InlineData("https://[::127.0.0.1]/x")]
    [InlineData("https://[64:ff9b::127.0.0.1]/x")]
    [InlineData("https://[64:ff9b::a9fe:a9fe]/x")]
    [InlineData("https://[64:ff9b:1::1]/x")]
    [InlineData("https://[2002:7f00:1::]/x")]
    [InlineData("https://[2002:a9fe:a9fe::1]/x")]
    [InlineData("https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/x")]
    [InlineData("https://[fe80::1]/x")]
    [InlineData("https://[fe80::1%25eth0]/x")]
    [InlineData("https://[fc00::1]/x")]
    [InlineData("https://[fd12:3456::1]/x")]
    [InlineData("https://[ff02::1]/x")]
    [InlineData("https://[2001:db8::1]/x")]
    public void An_address_within_the_network_is_refused_however_it_is_spelled(string url)
    {
        WebhookUrl.Complaint(url, allowPrivate: false).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("hooks.example.com")]
    [InlineData("/x")]
    [InlineData("//hooks.example.com/x")]
    [InlineData("ftp://hooks.example.com/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://hooks.example.com/x")]
    [InlineData("https:hooks.example.com")]
    [InlineData("https:///x")]
    [InlineData("https://")]
    [InlineData(" https://hooks.example.com/x")]
    [InlineData("https://hooks.example.com/x y")]
    [InlineData("https://hooks.example.com/x\r\nHost: other")]
    [InlineData("https://hooks.example.com\\@127.0.0.1/x")]
    [InlineData("https://ann@hooks.example.com/x")]
    [InlineData("https://ann:secret@hooks.example.com/x")]
    [InlineData("https://@hooks.example.com/x")]
    [InlineData("https://hooks.example.com/x#fragment")]
    [InlineData("https://hooks.example.com/x#")]
    [InlineData("https://hooks.example.com:0/x")]
    [InlineData("https://hooks.example.com:65536/x")]
    [InlineData("https://127%2e0.0.1/x")]
    [InlineData("https://\uff11\uff12\uff17.0.0.1/x")]
    [InlineData("https://b\u00fccher.example.com/x")]
    [InlineData("https://hooks.example.com\u3002/x")]
    public void What_is_no_plain_https_address_is_refused_even_where_private_ones_are_allowed(string? url)
    {
        WebhookUrl.Complaint(url, allowPrivate: false).ShouldNotBeNull();
        WebhookUrl.Complaint(url, allowPrivate: true).ShouldNotBeNull();
    }

    [Fact]
    public void An_address_is_bounded_in_length()
    {
        string url = "https://hooks.example.com/".PadRight(WebhookUrl.MaxLength, 'x');

        WebhookUrl.Complaint(url, allowPrivate: false).ShouldBeNull();
        WebhookUrl.Complaint(url + "x", allowPrivate: false).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080/x", null)]
    [InlineData("https://receiver.default.svc/x", null)]
    public void Private_addresses_are_taken_where_they_are_allowed(string url, string? complaint)
    {
        WebhookUrl.Complaint(url, allowPrivate: true).ShouldBe(complaint);
        WebhookUrl.Complaint(url, allowPrivate: false).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("https://hooks.slack.com/services/T000/B000/abcdefgh", "https://hooks.slack.com/…efgh")]
    [InlineData("https://hooks.example.com:8443/a?sig=0123456789abcdef", "https://hooks.example.com:8443/…cdef")]
    [InlineData("https://hooks.example.com/short", "https://hooks.example.com/…")]
    [InlineData("https://hooks.example.com", "https://hooks.example.com/")]
    public void What_is_shown_of_an_address_does_not_let_anybody_send(string url, string shown)
    {
        WebhookUrl.Redacted(url).ShouldBe(shown);
    }
}
