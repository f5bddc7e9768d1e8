namespace Research.Pipeline.Plan;

/// <summary>
/// Places the nodes of a graph in layers, each below all that it depends on (Sugiyama, Tagawa, Toda 1981): layers by
/// longest path, edges over several layers through points of their own, few crossings by barycenters, then straight
/// edges.
/// </summary>
internal sealed class GraphLayout
{
    private const int Sweeps = 12;
    private const double Gap = 28;
    private const double PointWidth = 4;

    private readonly List<Vertex> _vertices = [];
    private readonly List<List<Vertex>> _layers = [];
    private readonly List<List<Vertex>> _paths = [];

    private GraphLayout()
    {
    }

    /// <summary>Width of the drawing.</summary>
    public double Width { get; private set; }

    /// <summary>Number of layers.</summary>
    public int Layers => _layers.Count;

    /// <summary>Places nodes.</summary>
    /// <param name="widths">Width of each node.</param>
    /// <param name="edges">From a node to a later one that depends on it.</param>
    public static GraphLayout Of(IReadOnlyList<double> widths, IReadOnlyList<(int From, int To)> edges)
    {
        var layout = new GraphLayout();
        layout.AddNodes(widths, edges);
        foreach (var (from, to) in edges)
            layout.AddEdge(layout._vertices[from], layout._vertices[to]);
        layout.Order();
        layout.Align();
        return layout;
    }

    /// <summary>Center and layer of a node.</summary>
    public (double X, int Layer) Node(int index) => (_vertices[index].X, _vertices[index].Layer);

    /// <summary>Center and layer of the points of an edge, its two nodes included.</summary>
    public IReadOnlyList<(double X, int Layer)> Edge(int index) =>
        [.. _paths[index].Select(vertex => (vertex.X, vertex.Layer))];

    private void AddNodes(IReadOnlyList<double> widths, IReadOnlyList<(int From, int To)> edges)
    {
        for (var i = 0; i < widths.Count; i++)
        {
            var layer = edges.Where(edge => edge.To == i)
                .Select(edge => _vertices[edge.From].Layer + 1)
                .DefaultIfEmpty(0)
                .Max();
            _vertices.Add(Add(widths[i], layer));
        }
    }

    private Vertex Add(double width, int layer)
    {
        while (_layers.Count <= layer)
            _layers.Add([]);
        var vertex = new Vertex(width, layer);
        _layers[layer].Add(vertex);
        return vertex;
    }

    private void AddEdge(Vertex from, Vertex to)
    {
        List<Vertex> path = [from];
        for (var layer = from.Layer + 1; layer < to.Layer; layer++)
            path.Add(Add(PointWidth, layer));
        path.Add(to);
        for (var i = 1; i < path.Count; i++)
        {
            path[i - 1].Below.Add(path[i]);
            path[i].Above.Add(path[i - 1]);
        }

        _paths.Add(path);
    }

    private void Order()
    {
        Number();
        var best = _layers.Select(layer => layer.ToList()).ToList();
        var fewest = Crossings();
        for (var sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            var isDown = sweep % 2 == 0;
            foreach (var layer in isDown ? _layers : Enumerable.Reverse(_layers))
            {
                var sorted = layer.OrderBy(
                    vertex => Barycenter(isDown ? vertex.Above : vertex.Below, vertex.Place)).ToList();
                layer.Clear();
                layer.AddRange(sorted);
                Number();
            }

            var crossings = Crossings();
            if (crossings >= fewest)
                continue;
            fewest = crossings;
            best = [.. _layers.Select(layer => layer.ToList())];
        }

        _layers.Clear();
        _layers.AddRange(best);
        Number();
    }

    private void Number()
    {
        foreach (var layer in _layers)
        {
            for (var i = 0; i < layer.Count; i++)
                layer[i].Place = i;
        }
    }

    private static double Barycenter(List<Vertex> neighbors, double own) =>
        neighbors.Count == 0 ? own : (double)neighbors.Sum(vertex => vertex.Place) / neighbors.Count;

    private int Crossings()
    {
        var crossings = 0;
        foreach (var layer in _layers)
        {
            var edges = layer.SelectMany(
                vertex => vertex.Below.Select(below => (Top: vertex.Place, Bottom: below.Place))).ToList();
            for (var i = 0; i < edges.Count; i++)
                crossings += edges.Skip(i + 1).Count(
                    other => (edges[i].Top - other.Top) * (edges[i].Bottom - other.Bottom) < 0);
        }

        return crossings;
    }

    // Each vertex moves to the middle of its neighbors as far as its layer lets it.
    private void Align()
    {
        foreach (var layer in _layers)
            Pack(layer, [.. layer.Select(_ => 0.0)]);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (var layer in sweep % 2 == 0 ? _layers : Enumerable.Reverse(_layers))
                Pack(layer, [.. layer.Select(vertex => Middle([.. vertex.Above, .. vertex.Below], vertex.X))]);
        }

        var left = _vertices.Concat(_paths.SelectMany(path => path))
            .Select(vertex => vertex.X - vertex.Width / 2)
            .DefaultIfEmpty(0)
            .Min();
        foreach (var vertex in _layers.SelectMany(layer => layer))
            vertex.X -= left;
        Width = _layers.SelectMany(layer => layer)
            .Select(vertex => vertex.X + vertex.Width / 2)
            .DefaultIfEmpty(0)
            .Max();
    }

    private static double Middle(List<Vertex> neighbors, double own) =>
        neighbors.Count == 0 ? own : neighbors.Aggregate(0.0, (sum, vertex) => sum + vertex.X) / neighbors.Count;

    private static void Pack(List<Vertex> layer, double[] wanted)
    {
        var shift = 0.0;
        for (var i = 0; i < layer.Count; i++)
        {
            var free = i == 0
                ? double.NegativeInfinity
                : layer[i - 1].X + layer[i - 1].Width / 2 + Gap + layer[i].Width / 2;
            layer[i].X = Math.Max(wanted[i], free);
            shift += (wanted[i] - layer[i].X) / layer.Count;
        }

        foreach (var vertex in layer)
            vertex.X += shift;
    }

    private sealed class Vertex(double width, int layer)
    {
        public double Width { get; } = width;

        public int Layer { get; } = layer;

        public int Place { get; set; }

        public double X { get; set; }

        public List<Vertex> Above { get; } = [];

        public List<Vertex> Below { get; } = [];
    }
}
