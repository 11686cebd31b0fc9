using System.Reflection.Metadata;

namespace KubeNet.Architecture.Tests;

/// <summary>
/// Which source folder of an assembly uses which, from everything that the compiler left: signatures, base types,
/// attributes, generics and method bodies. Constants are the exception: the compiler copies them, so their use does not show.
/// </summary>
internal sealed class FolderGraph
{
    private readonly CompiledAssembly _assembly;
    private readonly SortedDictionary<string, SortedDictionary<string, string>> _edges = new(StringComparer.Ordinal);

    private FolderGraph(CompiledAssembly assembly) => _assembly = assembly;

    public IEnumerable<string> Folders => _edges.Keys;

    public static FolderGraph Of(CompiledAssembly assembly)
    {
        var graph = new FolderGraph(assembly);
        foreach (TypeDefinitionHandle type in assembly.Folders.Types)
            graph.AddType(type);
        return graph;
    }

    /// <summary>Each cycle once, as lines that name for each step a member that takes it.</summary>
    public IReadOnlyList<string> FindCycles()
    {
        var cycles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string from, SortedDictionary<string, string> targets) in _edges)
        {
            foreach (string to in targets.Keys)
            {
                if (PathBetween(to, from) is not { } back)
                    continue;

                string[] cycle = [from, .. back];
                string key = string.Join(' ', cycle.Distinct().Order(StringComparer.Ordinal));
                cycles.TryAdd(key, string.Join('\n', cycle.Zip(cycle.Skip(1), (a, b) => $"{a} -> {b}: {_edges[a][b]}")));
            }
        }

        return [.. cycles.Values];
    }

    private List<string>? PathBetween(string from, string to)
    {
        var cameFrom = new Dictionary<string, string?>(StringComparer.Ordinal) { [from] = null };
        var queue = new Queue<string>([from]);
        while (queue.TryDequeue(out string? folder))
        {
            if (folder == to)
            {
                var path = new List<string>();
                for (string? step = folder; step is not null; step = cameFrom[step])
                    path.Insert(0, step);
                return path;
            }

            foreach (string next in _edges.TryGetValue(folder, out var targets) ? targets.Keys.AsEnumerable() : [])
            {
                if (cameFrom.TryAdd(next, folder))
                    queue.Enqueue(next);
            }
        }

        return null;
    }

    private void AddType(TypeDefinitionHandle handle)
    {
        MetadataReader metadata = _assembly.Metadata;
        TypeDefinition type = metadata.GetTypeDefinition(handle);
        string name = TypeNames.Of(metadata, handle);

        Add(handle, name, types =>
        {
            types.Add(type.BaseType);
            types.AddAttributes(type.GetCustomAttributes());
            types.AddGenericParameters(type.GetGenericParameters());
            foreach (InterfaceImplementationHandle implementation in type.GetInterfaceImplementations())
                types.Add(metadata.GetInterfaceImplementation(implementation).Interface);
        });

        foreach (FieldDefinitionHandle fieldHandle in type.GetFields())
        {
            FieldDefinition field = metadata.GetFieldDefinition(fieldHandle);
            Add(handle, $"{name}.{metadata.GetString(field.Name)}", types =>
            {
                field.DecodeSignature(types, false);
                types.AddAttributes(field.GetCustomAttributes());
            });
        }

        foreach (PropertyDefinitionHandle propertyHandle in type.GetProperties())
        {
            PropertyDefinition property = metadata.GetPropertyDefinition(propertyHandle);
            Add(handle, $"{name}.{metadata.GetString(property.Name)}", types =>
            {
                property.DecodeSignature(types, false);
                types.AddAttributes(property.GetCustomAttributes());
            });
        }

        foreach (MethodDefinitionHandle methodHandle in type.GetMethods())
        {
            MethodDefinition method = metadata.GetMethodDefinition(methodHandle);
            Add(handle, $"{name}.{metadata.GetString(method.Name)}", types => AddMethod(types, method));
        }
    }

    private void AddMethod(TypeCollector types, MethodDefinition method)
    {
        types.AddSignature(method);
        types.AddAttributes(method.GetCustomAttributes());
        foreach (ParameterHandle parameter in method.GetParameters())
            types.AddAttributes(_assembly.Metadata.GetParameter(parameter).GetCustomAttributes());

        if (method.RelativeVirtualAddress == 0)
            return;

        MethodBodyBlock body = _assembly.Image.GetMethodBody(method.RelativeVirtualAddress);
        types.Add(body.LocalSignature);
        foreach (ExceptionRegion region in body.ExceptionRegions)
            types.Add(region.CatchType);
        foreach (EntityHandle entity in Instructions.Entities(body))
            types.Add(entity);
    }

    private void Add(TypeDefinitionHandle source, string member, Action<TypeCollector> collect)
    {
        var types = new TypeCollector(_assembly.Metadata);
        collect(types);

        string from = _assembly.Folders[source]!;
        SortedDictionary<string, string> targets = _edges.TryGetValue(from, out var known) ? known : _edges[from] = new(StringComparer.Ordinal);
        foreach (TypeDefinitionHandle target in types.Definitions)
        {
            if (_assembly.Folders[target] is { } to && to != from)
                targets.TryAdd(to, $"{member} uses {TypeNames.Of(_assembly.Metadata, target)}");
        }
    }
}
