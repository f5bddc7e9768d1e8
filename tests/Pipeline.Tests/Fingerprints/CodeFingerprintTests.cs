using Research.Pipeline.Fingerprints;
using Research.Pipeline.Keys;
using Research.Pipeline.Store;
using Research.Pipeline.Tests.Store;

namespace Research.Pipeline.Tests.Fingerprints;

public sealed class CodeFingerprintTests : IDisposable
{
    private const string Base = SampleSource.Text;

    private readonly TemporaryFolder _folder = new();
    private int _builds;

    [Fact]
    public void Comments_and_formatting_do_not_count()
    {
        var reformatted = "// A new header.\n#line 500 \"elsewhere.cs\"\n/* moved */\n" + Base
            .Replace("public float Run(", "/// <summary>Explained at last.</summary>\n\n\n        public  float  Run(\n   ", StringComparison.Ordinal)
            .Replace("int Square(int x) => x * x;", "int Square(int x) => /* squared */ x\n * x;", StringComparison.Ordinal);

        Assert.Equal(Of(Base), Of(reformatted), Same);
    }

    [Fact]
    public void The_place_of_the_checkout_and_debug_information_do_not_count()
    {
        var here = Compiler.Compile(_folder["here"], "Research.Sample", [("/home/a/Sample.cs", Base)], debug: true);
        var there = Compiler.Compile(_folder["there"], "Research.Sample", [(@"C:\b\Sample.cs", Base)], debug: false);

        Assert.NotEqual(File.ReadAllBytes(here), File.ReadAllBytes(there));
        Assert.Equal(AssemblyReader.Read(here), AssemblyReader.Read(there), Same);
    }

    [Fact]
    public void Versions_of_the_repository_and_assembly_information_do_not_count()
    {
        const string User = "namespace Research.User; [Mark(typeof(Research.Sample.Reference.Gelu))] public class C "
            + "{ public int N = Research.Sample.Reference.Gelu.Choose(1); } public class MarkAttribute(System.Type t) : System.Attribute "
            + "{ public System.Type T => t; }";
        const string Information = "[assembly: System.Reflection.AssemblyVersion(\"{0}\")]\n"
            + "[assembly: System.Reflection.AssemblyInformationalVersion(\"{0}+abc\")]\n[assembly: System.Reflection.AssemblyCompany(\"{0}\")]";
        string Build(string version)
        {
            var information = ("Information.cs", Information.Replace("{0}", version, StringComparison.Ordinal));
            Compiler.Compile(_folder[version], "Research.Sample", [("Sample.cs", Base), information]);
            return Compiler.Compile(_folder[version], "Research.User", [("User.cs", User), information]);
        }

        Assert.Equal(Closure(Build("1.0.0.0")), Closure(Build("2.10.300.4")));
    }

    [Fact]
    public void The_order_of_files_types_and_methods_does_not_count()
    {
        const string First = "namespace N; public class A { int P() => 1; System.Func<int> Q(int n) => () => n; System.Func<int> R() => () => 3; }";
        const string Turned = "namespace N; public class A { System.Func<int> R() => () => 3; System.Func<int> Q(int n) => () => n; int P() => 1; }";
        const string Other = "namespace N; public class B { int[] X() => new[] { 1, 2, 3, 4, 5, 6 }; string Y => \"y\"; }";

        var one = Compiler.Compile(_folder["one"], "Research.Sample", [("A.cs", First), ("B.cs", Other)]);
        var two = Compiler.Compile(_folder["two"], "Research.Sample", [("B.cs", Other), ("A.cs", Turned)]);

        Assert.Equal(AssemblyReader.Read(one), AssemblyReader.Read(two), Same);
    }

    [Theory]
    [InlineData("0.044715", "0.044716", "Reference.Gelu.Cubic changed, Reference.Gelu.Run changed")]
    [InlineData("4f, 5f", "4f, 6f", "Reference.Gelu.(static fields) changed")]
    [InlineData("\"two\"", "\"tow\"", "Reference.Gelu.(static fields) changed")]
    [InlineData("{ 1, 2, 3, 4 }", "{ 1, 2, 3, 5 }", "Reference.Gelu.Magic changed")]
    [InlineData("no such reading", "No such reading", "Reference.Gelu.Choose changed")]
    [InlineData("case 2: return 30", "case 4: return 30", "Reference.Gelu.Choose changed")]
    [InlineData("x => x + n", "x => x - n", "Reference.Gelu.Adder changed")]
    [InlineData("x => 2 * x", "x => 3 * x", "Reference.Gelu.Doubled changed")]
    [InlineData("i < n", "i <= n", "Reference.Gelu.Count changed")]
    [InlineData("Task.Delay(ms)", "Task.Delay(ms + 1)", "Reference.Gelu.Wait changed")]
    [InlineData("catch (FormatException)", "catch (OverflowException)", "Reference.Gelu.Guarded changed")]
    [InlineData("=> x * x;", "=> x * x * x;", "Reference.Gelu.Outer changed")]
    [InlineData("where TIn : notnull", "where TIn : struct", "Reference.Gelu.Convert changed")]
    [InlineData("\"kernels\"", "\"kernels2\"", "Reference.Gelu.Native changed")]
    [InlineData("CallingConvention.Cdecl", "CallingConvention.StdCall", "Reference.Gelu.Native changed")]
    [InlineData("unmanaged[Cdecl]", "unmanaged[Stdcall]", "Reference.Gelu.Call changed")]
    [InlineData("Pack = 4", "Pack = 8", "Reference.Cell changed")]
    [InlineData("public int Row; public float Value;", "public float Value; public int Row;", "Reference.Cell changed")]
    [InlineData("Ambiguous }", "Clear }", "Reference.Reading.Ambiguous removed, Reference.Reading.Clear added")]
    [InlineData("{ Released, Ambiguous }", "{ Ambiguous, Released }", "Reference.Reading.Ambiguous changed, Reference.Reading.Released changed")]
    [InlineData("public enum Reading", "[Flags] public enum Reading", "Reference.Reading changed")]
    [InlineData("= 3;", "= 2;", "Reference.Gelu.(constructor) changed")]
    [InlineData("class Gelu :", "sealed class Gelu :", "Reference.Gelu changed")]
    [InlineData("public static int Outer", "[MethodImpl(MethodImplOptions.NoInlining)] public static int Outer", "Reference.Gelu.Outer changed")]
    public void A_change_of_code_counts_and_names_its_member(string old, string @new, string expected)
    {
        Assert.Contains(old, Base, StringComparison.Ordinal);

        var before = Of(Base);
        var after = Of(Base.Replace(old, @new, StringComparison.Ordinal));

        Assert.NotEqual(before.Digest, after.Digest);
        Assert.Equal(expected, Differences(before, after));
    }

    [Fact]
    public void A_new_method_before_others_changes_none_of_them()
    {
        var before = Of(Base);
        var after = Of(Base.Replace(
            "public static int Choose(", "public static Func<int, int> New(int n) => x => n; public static int Choose(", StringComparison.Ordinal));

        Assert.Equal("Reference.Gelu.New added", Differences(before, after));
    }

    [Fact]
    public void Closures_of_overloads_are_told_apart()
    {
        const string Overloads = "namespace N; public class A { System.Func<int> F(int n) => () => n + 1; System.Func<long> F(long n) => () => n + 2; }";
        var exchanged = Overloads.Replace("n + 1", "n + 3", StringComparison.Ordinal).Replace("n + 2", "n + 1", StringComparison.Ordinal)
            .Replace("n + 3", "n + 2", StringComparison.Ordinal);

        Assert.NotEqual(Of(Overloads).Digest, Of(exchanged).Digest);
    }

    [Fact]
    public void A_new_property_of_a_record_shows_as_the_property_and_its_record()
    {
        var after = Of(Base.Replace("GptSpec(int Width,", "GptSpec(int Width, int Heads,", StringComparison.Ordinal));

        Assert.Equal(
            "Reference.GptSpec changed, Reference.GptSpec.(constructor) changed, Reference.GptSpec.Heads added", Differences(Of(Base), after));
    }

    [Fact]
    public void A_nullable_property_is_another_property()
    {
        Assert.NotEqual(Of(Base).Digest, Of(Base.Replace("string Name", "string? Name", StringComparison.Ordinal)).Digest);
    }

    [Fact]
    public void An_embedded_resource_counts()
    {
        AssemblyFingerprint With(string kernel) => AssemblyReader.Read(Compiler.Compile(
            _folder[kernel], "Research.Sample", [("Sample.cs", Base)], resources: [("first.cl", "same"), ("gelu.cl", kernel)]));

        Assert.Equal("resource gelu.cl changed", Differences(With("one"), With("two")));
    }

    [Fact]
    public void A_change_in_a_referenced_assembly_reaches_its_users_and_only_them()
    {
        string Build(string place, string text)
        {
            Compiler.Compile(_folder[place], "Research.Numerics", [("N.cs", text)]);
            Compiler.Compile(_folder[place], "Research.Learning", [("L.cs", "public class L { public int M() => N.F(); }")]);
            Compiler.Compile(_folder[place], "Research.Skills", [("S.cs", "public class S { public int M() => 1; }")]);
            return Compiler.Compile(_folder[place], "Research.Evaluation", [("E.cs", "public class E { public int M() => new L().M(); }")]);
        }

        var one = Closure(Build("one", "public class N { public static int F() => 1; }"));
        var two = Closure(Build("two", "public class N { public static int F() => 2; }"));

        Assert.Equal(["Research.Evaluation", "Research.Learning", "Research.Numerics"], one.Keys);
        Assert.Equal(["Research.Numerics"], one.Keys.Where(name => one[name] != two[name]));
    }

    [Fact]
    public void A_package_of_another_build_counts_though_its_version_is_the_same()
    {
        string Build(string place, string text)
        {
            Compiler.Compile(_folder[place], "Package", [("P.cs", text)]);
            return Compiler.Compile(_folder[place], "Research.Sample", [("S.cs", "public class S { public int M() => P.F(); }")]);
        }

        var one = AssemblyReader.Read(Build("one", "public class P { public static int F() => 1; }"));
        var two = AssemblyReader.Read(Build("two", "public class P { public static int F() => 2; }"));

        Assert.Equal("reference Package changed", Differences(one, two));
    }

    public void Dispose() => _folder.Dispose();

    private AssemblyFingerprint Of(string source) => AssemblyReader.Read(Compiler.Compile(
        _folder[$"build {_builds++}"], "Research.Sample", [("Sample.cs", source)]));

    private SortedDictionary<string, Digest> Closure(string assembly)
    {
        using var workspace = new Workspace(_folder["tmp"]);
        return new Fingerprinter(_folder["fingerprints"], workspace).Closure([assembly]);
    }

    private static bool Same(AssemblyFingerprint left, AssemblyFingerprint right)
    {
        Assert.Equal("", Differences(left, right));
        return left.Digest == right.Digest;
    }

    private static string Differences(AssemblyFingerprint old, AssemblyFingerprint @new) =>
        string.Join(", ", CodeDifference.Between(old, @new).Select(difference => difference.ToString()["Research.Sample: ".Length..]));
}
