from tests.practice.fixtures import practice, practice_node, reach

__all__ = ["practice", "practice_node", "reach"]
