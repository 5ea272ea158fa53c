"""The cheapest sets of changes by mixed-integer programming: nothing of the program's own search is used.

One problem has figures (value, weight, freedom, signed) and equations (terms that add up to a constant). Every figure
has a whole value x; one that is kept has a binary z as well, and |x - value| <= M z, so that z = 0 leaves it alone.
The sum of the weights of all z is minimised; a forced figure has no z, because its weight is paid in any case, and an
open one costs nothing.

M: with the changed figures chosen, their values solve a linear system; every coefficient is 1 or -1 and the tables
are networks, so that a corner of the solutions adds up each equation's rest (the constant less the figures that stand)
at most once. No value of a corner is therefore beyond the sum of all constants and of all figures times the equations
they stand in, and M is that sum plus the largest figure. A wrong M could only make this solver dearer, never cheaper,
and would show as a disagreement. What the solver returns is rounded and verified in whole numbers."""

import highspy
import numpy

INFINITY = highspy.kHighsInf
# With a large M a z of one millionth would let a figure move: tolerances as tight as the solver takes.
TOLERANCE = 1e-10


class Unsure(Exception):
    """The solver's answer does not hold in whole numbers."""


class Problem:
    def __init__(self, problem):
        self.figures = problem["figures"]
        self.equations = problem["equations"]
        self.kept = [at for at, figure in enumerate(self.figures) if figure["freedom"] == "kept"]
        self.forced = [at for at, figure in enumerate(self.figures) if figure["freedom"] == "forced"]
        self.forced_cost = sum(self.figures[at]["weight"] for at in self.forced)
        in_equations = sum(abs(self.figures[at]["value"]) for equation in self.equations for at, _ in equation["terms"])
        constants = sum(abs(equation["constant"]) for equation in self.equations)
        self.big = in_equations + constants + max((abs(figure["value"]) for figure in self.figures), default=0) + 1

    def _model(self, freed=None):
        """The model; with `freed` given, the kept figures outside it are fixed and there are no binaries."""
        count = len(self.figures)
        binaries = self.kept if freed is None else []
        model = highspy.HighsLp()
        model.num_col_ = count + len(binaries)
        lower = [-self.big if figure["signed"] else 0 for figure in self.figures] + [0] * len(binaries)
        # Values may be wherever the equations let them: above M lies no corner.
        upper = [self.big] * count + [1] * len(binaries)
        cost = [0] * count + [self.figures[at]["weight"] for at in binaries]
        if freed is not None:
            for at in self.kept:
                if at not in freed:
                    lower[at] = upper[at] = self.figures[at]["value"]
        starts, index, value, row_lower, row_upper = [0], [], [], [], []

        def row(terms, least, most):
            index.extend(at for at, _ in terms)
            value.extend(by for _, by in terms)
            starts.append(len(index))
            row_lower.append(least)
            row_upper.append(most)

        for equation in self.equations:
            summed = {}
            for at, by in equation["terms"]:
                summed[at] = summed.get(at, 0) + by
            row(list(summed.items()), equation["constant"], equation["constant"])
        for binary, at in enumerate(binaries):
            now = self.figures[at]["value"]
            row([(at, 1), (count + binary, -self.big)], -INFINITY, now)
            row([(at, 1), (count + binary, self.big)], now, INFINITY)
        model.num_row_ = len(row_lower)
        model.col_cost_ = numpy.array(cost, dtype=float)
        model.col_lower_ = numpy.array(lower, dtype=float)
        model.col_upper_ = numpy.array(upper, dtype=float)
        model.row_lower_ = numpy.array(row_lower, dtype=float)
        model.row_upper_ = numpy.array(row_upper, dtype=float)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = numpy.array(starts)
        model.a_matrix_.index_ = numpy.array(index)
        model.a_matrix_.value_ = numpy.array(value, dtype=float)
        model.integrality_ = [highspy.HighsVarType.kInteger] * model.num_col_
        highs = highspy.Highs()
        highs.setOptionValue("output_flag", False)
        highs.setOptionValue("threads", 1)
        highs.setOptionValue("mip_rel_gap", 0.0)
        highs.setOptionValue("mip_abs_gap", 0.0)
        highs.setOptionValue("mip_feasibility_tolerance", TOLERANCE)
        highs.setOptionValue("primal_feasibility_tolerance", TOLERANCE)
        highs.passModel(model)
        return highs

    def _solution(self, highs):
        """Whole values for all figures, or None where there is no solution."""
        highs.run()
        status = highs.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return None
        if status != highspy.HighsModelStatus.kOptimal:
            raise Unsure(str(status))
        values = [round(value) for value in highs.getSolution().col_value[: len(self.figures)]]
        if not self.holds(values):
            raise Unsure("the rounded solution breaks an equation")
        return values

    def holds(self, values):
        domains = all(value >= 0 or figure["signed"] for figure, value in zip(self.figures, values, strict=True))
        sums = (sum(by * values[at] for at, by in equation["terms"]) == equation["constant"] for equation in self.equations)
        return domains and all(sums)

    def changed(self, values):
        """The kept figures that a solution changes, as a set."""
        return frozenset(at for at in self.kept if values[at] != self.figures[at]["value"])

    def cost(self, changed):
        return self.forced_cost + sum(self.figures[at]["weight"] for at in changed)

    def optimum(self, most_sets=1):
        """The least cost, the cheapest sets of kept figures (as many as asked for), and whether these are all."""
        highs = self._model()
        values = self._solution(highs)
        if values is None:
            raise Unsure("no solution at all")
        found = [self.changed(values)]
        cost = self.cost(found[0])
        if abs(highs.getObjectiveValue() + self.forced_cost - cost) > 1e-6:
            raise Unsure(f"objective {highs.getObjectiveValue() + self.forced_cost}, changes cost {cost}")
        binary_of = {at: len(self.figures) + binary for binary, at in enumerate(self.kept)}
        while len(found) < most_sets:
            last = [binary_of[at] for at in found[-1]]
            if not last:
                return cost, found, True
            # Not these figures together again: a set that holds them all would be dearer.
            highs.addRow(-INFINITY, len(last) - 1, len(last), numpy.array(last), numpy.ones(len(last)))
            values = self._solution(highs)
            if values is None or self.cost(self.changed(values)) > cost:
                return cost, found, True
            found.append(self.changed(values))
        return cost, found, False

    def completed(self, freed, given):
        """Whole values that satisfy everything with `given` values set and `freed` figures free, or None."""
        highs = self._model(freed)
        for at, value in given.items():
            highs.changeColBounds(at, float(value), float(value))
        return self._solution(highs)
