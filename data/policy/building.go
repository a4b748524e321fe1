package policy

// highRiseStoreys is from how many storeys a residential building is
// higher-risk, whatever its height in metres: Building Safety Act 2022, s.65.
const highRiseStoreys = 7

// HighRise says whether a building of so many storeys is higher-risk, so that
// complaints about its safety may go to the Building Safety Regulator.
// A number of storeys that is not known (0) says nothing.
func HighRise(storeys int) bool { return storeys >= highRiseStoreys }
