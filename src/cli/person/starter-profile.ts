/** A profile to paste and to change: the shortest text that shows every common form. */
export const starterProfile = `Save this as skills.yaml and change it:

  name: Your Name
  experience: { years: 2 }
  skills:
    Java: proficient      # none, novice, advanced beginner, competent, proficient, expert
    SQL: 3                # or 0 to 5
    Docker: 2
    kafka: none           # looked at, and absent
  targets: [backend-developer]

or ask at once:

  careerpath match --skills "java=4,sql=3,docker=2"
`;
