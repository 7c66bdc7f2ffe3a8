"""What a maintainer needs of a machine and a project, without anything personal."""
