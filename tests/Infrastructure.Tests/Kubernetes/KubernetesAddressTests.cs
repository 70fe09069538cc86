using Microsoft.Extensions.Configuration;
using SloFunctions.Infrastructure.Kubernetes;
using SloFunctions.Infrastructure.Settings;

namespace SloFunctions.Infrastructure.Tests.Kubernetes;

public sealed class KubernetesAddressTests
{
    [Fact]
    public void A_cluster_is_not_read_unless_the_settings_say_so() =>
        KubernetesAddress.Find(new KubernetesOptions { ApiServer = "https://cluster" }, Environment("10.0.0.1", "443")).ShouldBeNull();

    [Theory]
    [InlineData("10.0.0.1", "6443", "https://10.0.0.1:6443/")]
    [InlineData("10.0.0.1", null, "https://10.0.0.1/")]
    [InlineData("fd00::1", "443", "https://[fd00::1]/")]
    public void A_pod_knows_its_own_cluster(string host, string? port, string address) =>
        Find("", Environment(host, port)).ShouldBe(new Uri(address));

    [Theory]
    [InlineData("https://cluster.example.com:6443", "https://cluster.example.com:6443/")]
    [InlineData("https://rancher.example.com/k8s/clusters/c-1/", "https://rancher.example.com/k8s/clusters/c-1/")]
    [InlineData("http://127.0.0.1:8001", "http://127.0.0.1:8001/")]
    [InlineData("http://localhost:8001", "http://localhost:8001/")]
    public void An_address_of_the_settings_goes_before(string setting, string address) =>
        Find(setting, Environment("10.0.0.1", "443")).ShouldBe(new Uri(address));

    [Theory]
    [InlineData("")]
    [InlineData("cluster:6443")]
    [InlineData("/relative")]
    [InlineData("ftp://cluster")]
    [InlineData("http://cluster.example.com")]
    [InlineData("https://user:secret@cluster")]
    public void An_address_that_is_missing_or_unsafe_is_refused(string setting)
    {
        string message = Should.Throw<InvalidSettingException>(() => Find(setting, Environment(null, null))).Message;

        message.ShouldContain("Kubernetes:ApiServer");
        message.ShouldNotContain("secret");
    }

    private static Uri? Find(string setting, IConfiguration environment) =>
        KubernetesAddress.Find(new KubernetesOptions { Enabled = true, ApiServer = setting }, environment);

    private static IConfiguration Environment(string? host, string? port) => new ConfigurationBuilder()
        .AddInMemoryCollection([new("KUBERNETES_SERVICE_HOST", host), new("KUBERNETES_SERVICE_PORT", port)]).Build();
}
