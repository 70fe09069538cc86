"""Times networkx's strongly connected components of the graph on the standard input, an edge a line."""
import json
import sys
import time

import networkx

vertices, rounds = int(sys.argv[1]), int(sys.argv[2])
graph = networkx.DiGraph()
graph.add_nodes_from(range(vertices))
graph.add_edges_from(tuple(map(int, line.split())) for line in sys.stdin)

milliseconds = []
for _ in range(rounds + 1):
    start = time.perf_counter()
    components = sum(1 for _ in networkx.strongly_connected_components(graph))
    milliseconds.append(1000 * (time.perf_counter() - start))

json.dump({"milliseconds": milliseconds[1:], "components": components, "version": networkx.__version__}, sys.stdout)
