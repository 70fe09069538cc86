using Microsoft.Extensions.Hosting;
using SloFunctions.Functions;

await FunctionApp.CreateBuilder(args).Build().RunAsync();
